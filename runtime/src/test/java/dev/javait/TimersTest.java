package dev.javait;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The heap of timers, against sorting. */
class TimersTest {
    private static final Comparator<TimerHandle> BY_DEADLINE =
            Comparator.<TimerHandle>comparingLong(timer -> timer.when).thenComparingLong(timer -> timer.order);

    private final SplittableRandom random = new SplittableRandom(4);
    private final Timers timers = new Timers(EventLoop.builder().build());
    private final List<TimerHandle> expected = new ArrayList<>();
    private final ReadyQueue ready = new ReadyQueue();

    @Test
    void timersComeByDeadlineAndOfEqualOnesTheOneThatWasSetFirst() {
        for (int round = 0; round < 300; round++) {
            add(random.nextInt(20));
            moveDue(random.nextInt(30));
        }
        moveDue(Long.MAX_VALUE);
        assertEquals(0, timers.size());
    }

    @Test
    void cancelledOnesDoNotComeAlthoughTheHeapIsRebuiltWithoutThem() {
        for (int round = 0; round < 20; round++) {
            add(400);
            for (int i = 0; i < 300; i++) {
                TimerHandle victim = expected.remove(random.nextInt(expected.size()));
                victim.cancel();
                victim.cancel();
            }
            moveDue(random.nextInt(30));
        }
        moveDue(Long.MAX_VALUE);
        assertEquals(0, timers.size());
    }

    private void add(int n) {
        for (int i = 0; i < n; i++) {
            expected.add(timers.add(random.nextInt(50), () -> {}, Context.EMPTY));
        }
        expected.sort(BY_DEADLINE);
    }

    private void moveDue(long now) {
        timers.moveDue(now, ready);
        List<Object> came = new ArrayList<>();
        while (!ready.isEmpty()) {
            came.add(ready.take());
        }
        List<TimerHandle> due =
                expected.stream().filter(timer -> timer.when <= now).toList();
        assertEquals(due, came);
        expected.removeAll(due);
    }
}
