package dev.javait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Storms, one after another, for {@code -Djavait.soak.seconds}; the first has the seed {@code -Djavait.soak.seed}, each other one the next. */
class SoakTest {
    private static final long SECONDS = Long.getLong("javait.soak.seconds", 10);
    private static final long FIRST_SEED = Long.getLong("javait.soak.seed", System.currentTimeMillis());

    /** What the heap may have grown by: far less than one byte for each task of a minute. */
    private static final long SOME_MEMORY = 6 << 20;

    private final List<Unhandled> unhandled = new ArrayList<>();
    private final EventLoop standing = EventLoop.builder()
            .clock(LoopClock.virtual())
            .onUnhandled(unhandled::add)
            .build();
    private WeakReference<EventLoop> last = new WeakReference<>(null);
    private long storms;
    private long tasks;

    @Test
    void nothingIsLostAndNothingIsLeftAfterManyStorms() {
        System.out.println("soak test: " + SECONDS + " s from seed " + FIRST_SEED);
        storm(TimeUnit.SECONDS.toNanos(SECONDS) / 4);
        long before = memory();
        storm(TimeUnit.SECONDS.toNanos(SECONDS) * 3 / 4);
        long grown = memory() - before;
        standing.close();
        System.out.println("soak test: " + storms + " storms, " + tasks + " tasks, heap grown by " + grown + " bytes");
        assertTrue(grown < SOME_MEMORY, () -> "the heap has grown by " + grown + " bytes");
        assertNull(last.get(), "a closed loop is garbage");
    }

    private void storm(long nanos) {
        for (long begin = System.nanoTime(); System.nanoTime() - begin < nanos; storms++) {
            long seed = FIRST_SEED + storms;
            try {
                tasks += seed % 4 == 0 ? onTheStandingLoop(seed) : onALoopOfItsOwn(seed);
            } catch (Throwable failure) {
                throw new AssertionError("again with -Djavait.soak.seed=" + seed, failure);
            }
        }
    }

    private int onALoopOfItsOwn(long seed) {
        Storm storm = new Storm(seed);
        try (EventLoop loop = EventLoop.builder()
                .clock(LoopClock.virtual())
                .shuffle(seed)
                .onUnhandled(storm::unhandled)
                .build()) {
            loop.run(storm.main(seed % 4 != 1));
            last = new WeakReference<>(loop);
        }
        storm.check();
        return storm.tasks();
    }

    private int onTheStandingLoop(long seed) {
        Storm storm = new Storm(seed);
        standing.run(storm.main(true));
        assertEquals(List.of(), standing.tasks());
        unhandled.forEach(storm::unhandled);
        unhandled.clear();
        storm.check();
        return storm.tasks();
    }

    private static long memory() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
