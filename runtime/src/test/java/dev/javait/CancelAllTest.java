package dev.javait;

import static dev.javait.Javait.createTask;
import static dev.javait.Javait.gather;
import static dev.javait.Javait.gatherOutcomes;
import static dev.javait.Javait.sleep;
import static dev.javait.Script.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CancelAllTest {
    private static final int LONG = 100_000;

    private final List<Task<?>> chain = new ArrayList<>();
    private int steps;

    /** Tasks of which each awaits the one before. */
    private Script<Object> chainOf(int length) {
        return script("main")
                .run(() -> {
                    for (int i = 0; i < length; i++) {
                        int before = i - 1;
                        chain.add(createTask(
                                script("link").await(() -> before < 0 ? new Promise<>() : chain.get(before))));
                    }
                })
                .turns(2);
    }

    @Test
    void cancellingAChainTakesStepsInProportionToItsLength() {
        EventLoop.builder()
                .run(chainOf(LONG)
                        .run(() -> steps = CancelAll.of(chain, null).steps)
                        .run(() -> {
                            for (int i = 0; i < LONG; i++) {
                                assertEquals(LONG - i, chain.get(i).cancelling());
                            }
                        }));
        assertTrue(steps <= 4 * LONG, steps + " steps");
    }

    @Test
    void aLoopIsClosedOverAChainWithOneRequestForEachTaskThatAwaits() {
        EventLoop.builder().run(chainOf(LONG));
        for (int i = 0; i < LONG; i++) {
            assertTrue(chain.get(i).isCancelled());
            assertEquals(LONG - i, chain.get(i).cancelling());
        }
    }

    /** Tasks of which each awaits a gathering of the one before. */
    private Script<Object> chainOfGatherings(int length) {
        return script("main")
                .run(() -> {
                    for (int i = 0; i < length; i++) {
                        int before = i - 1;
                        chain.add(createTask(script("link")
                                .await(() -> before < 0 ? new Promise<>() : gather(List.of(chain.get(before))))));
                    }
                })
                .turns(2);
    }

    @Test
    void cancellingATaskCancelsAChainOfGatheringsWithoutRecursion() {
        Task<?>[] last = {null};
        EventLoop.builder()
                .run(chainOfGatherings(LONG)
                        .run(() -> {
                            last[0] = chain.get(LONG - 1);
                            last[0].cancel("why");
                        })
                        .await(() -> last[0])
                        .recover(CancelledError.class, e -> assertEquals("why", e.getMessage())));
        for (Task<?> task : chain) {
            assertTrue(task.isCancelled());
            assertEquals(1, task.cancelling());
        }
    }

    @Test
    void cancellingAGatheringOfAChainTakesStepsInProportionToItsLength() {
        EventLoop.builder()
                .run(chainOf(LONG).run(() -> assertTrue(gather(chain).cancel())).run(() -> {
                    for (int i = 0; i < LONG; i++) {
                        assertEquals(LONG - i, chain.get(i).cancelling());
                    }
                }));
    }

    /** What cancelling means: each request goes on to all that its subject waits for. */
    private static boolean cancel(Completion<?> subject) {
        if (subject.isDone()) {
            return false;
        }
        if (!(subject instanceof Task<?> || subject instanceof Gathering<?>)) {
            return subject.cancel();
        }
        boolean taken = false;
        for (Completion<?> part : subject.parts()) {
            taken |= cancel(part);
        }
        if (subject instanceof Task<?> task) {
            task.requested(1, taken, null);
            return true;
        }
        if (taken) {
            ((Gathering<?>) subject).cancelWasRequested();
        }
        return taken;
    }

    /** What comes of cancelling tasks that wait for one another at random, in some way. */
    private static List<String> outcome(long seed, Consumer<Collection<Task<?>>> cancelAll) {
        Random random = new Random(seed);
        List<String> trail = new ArrayList<>();
        List<Task<?>> tasks = new ArrayList<>();
        List<Promise<Object>> promises = new ArrayList<>();
        EventLoop.builder()
                .clock(LoopClock.virtual())
                .run(script("main")
                        .run(() -> {
                            for (int i = 0; i < 3; i++) {
                                promises.add(new Promise<>());
                            }
                            for (int i = 0; i < 15; i++) {
                                int number = i;
                                Callable<?> awaited = awaited(random, tasks, promises);
                                tasks.add(createTask(script("task")
                                        .await(awaited)
                                        .recover(CancelledError.class, e -> {
                                            trail.add(number + " cancelled");
                                            if (number % 4 != 0) {
                                                throw e;
                                            }
                                        })
                                        .turns(1)
                                        .always(() -> trail.add(number + " ends"))));
                            }
                        })
                        .turns(random.nextInt(4))
                        .run(() -> {
                            if (random.nextBoolean()) {
                                promises.get(0).complete(0);
                            }
                            cancelAll.accept(tasks);
                            tasks.forEach(task -> trail.add(String.valueOf(task.cancelling())));
                        })
                        .turns(20));
        tasks.forEach(task -> trail.add(task + " " + task.cancelling()));
        return trail;
    }

    private static Callable<?> awaited(Random random, List<Task<?>> tasks, List<Promise<Object>> promises) {
        int kind = tasks.isEmpty() ? 0 : random.nextInt(6);
        Promise<Object> promise = promises.get(random.nextInt(promises.size()));
        if (kind == 0) {
            return () -> promise;
        }
        if (kind == 1) {
            return () -> sleep(Duration.ofMillis(5));
        }
        Task<?> first = tasks.get(random.nextInt(tasks.size()));
        Task<?> second = tasks.get(random.nextInt(tasks.size()));
        return kind == 2
                ? () -> gather(List.of(first, promise, second))
                : kind == 3 ? () -> gatherOutcomes(List.of(second, first, second)) : () -> first;
    }

    @Test
    void cancellingAllAtOnceIsCancellingOneAfterTheOther() {
        for (int seed = 0; seed < 3_000; seed++) {
            List<String> expected = outcome(seed, tasks -> tasks.forEach(CancelAllTest::cancel));
            assertEquals(expected, outcome(seed, tasks -> tasks.forEach(Task::cancel)), "with seed " + seed);
            assertEquals(expected, outcome(seed, tasks -> CancelAll.of(tasks, null)), "with seed " + seed);
        }
    }
}
