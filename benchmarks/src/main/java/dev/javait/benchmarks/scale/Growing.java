package dev.javait.benchmarks.scale;

import static dev.javait.Javait.*;

import dev.javait.Async;
import dev.javait.AsyncQueue;
import dev.javait.Coroutine;
import dev.javait.EventLoop;
import dev.javait.LoopClock;
import dev.javait.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** In a JVM of its own: prints, for each thing and each size, nanoseconds for one of them. As many are alive at once as the size says. */
final class Growing {
    static final List<Integer> SIZES = List.of(1_000, 3_162, 10_000, 31_623, 100_000, 316_228, 1_000_000);

    private static final long LONGEST_NANOS = 1_000_000_000;
    private static final long MILLION = 1_000_000;
    private static final int SIZE_TO_WARM_UP = 10_000;

    private Growing() {}

    public static void main(String[] args) {
        long nanos = Long.parseLong(args[0]) * MILLION;
        // Time that is virtual passes at once: only the loop's own work counts, and sleepers are all asleep at once.
        try (EventLoop loop = EventLoop.builder().clock(LoopClock.virtual()).build()) {
            for (Thing thing : Thing.values()) {
                time(loop, thing, SIZE_TO_WARM_UP, 2 * nanos);
            }
            for (int size : SIZES) {
                for (Thing thing : Thing.values()) {
                    System.out.printf(Locale.ROOT, "%s %d %.2f%n", thing, size, time(loop, thing, size, nanos));
                }
            }
        }
    }

    /** The fastest of as many rounds as the time allows, two at least. */
    private static double time(EventLoop loop, Thing thing, int size, long nanos) {
        double best = Double.MAX_VALUE;
        long end = System.nanoTime() + nanos;
        for (int round = 0; round < 2 || System.nanoTime() < end; round++) {
            long began = System.nanoTime();
            int done = loop.run(thing.all(size));
            best = Math.min(best, (System.nanoTime() - began) / (double) size);
            if (done != size) {
                throw new AssertionError(thing + ": " + done + " of " + size);
            }
        }
        return best;
    }

    /** What there may be many of. */
    enum Thing {
        TASKS("task that yields 8 times") {
            @Override
            Coroutine<Integer> all(int size) {
                return tasks(size);
            }
        },
        TIMERS("task that sleeps") {
            @Override
            Coroutine<Integer> all(int size) {
                return timers(size);
            }
        },
        ELEMENTS("element of a queue") {
            @Override
            Coroutine<Integer> all(int size) {
                return elements(size);
            }
        };

        final String title;

        Thing(String title) {
            this.title = title;
        }

        abstract Coroutine<Integer> all(int size);
    }

    @Async
    private static Coroutine<Integer> tasks(int size) {
        List<Task<Void>> tasks = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            tasks.add(createTask(yieldSome()));
        }
        return done(await(gather(tasks)).size());
    }

    @Async
    private static Coroutine<Void> yieldSome() {
        for (int i = 0; i < 8; i++) {
            await(yieldNow());
        }
        return done();
    }

    @Async
    private static Coroutine<Integer> timers(int size) {
        List<Task<Void>> tasks = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            tasks.add(createTask(sleepOnce(1 + i * 7_919_000_003L % LONGEST_NANOS)));
        }
        return done(await(gather(tasks)).size());
    }

    @Async
    private static Coroutine<Void> sleepOnce(long nanos) {
        await(sleep(Duration.ofNanos(nanos)));
        return done();
    }

    @Async
    private static Coroutine<Integer> elements(int size) {
        AsyncQueue<Integer> queue = new AsyncQueue<>(size);
        for (int i = 0; i < size; i++) {
            await(queue.put(i));
        }
        int taken = 0;
        while (!queue.isEmpty()) {
            await(queue.get());
            taken++;
        }
        return done(taken);
    }
}
