package dev.javait;

import static dev.javait.Javait.createTask;
import static dev.javait.Javait.gatherOutcomes;
import static dev.javait.Script.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Many tasks at one primitive, cancelled at random, in random orders: nothing is lost, nothing is given twice, and nobody waits for ever. */
class SyncStormTest {
    private static final int SEEDS = 150;
    private static final int TASKS = 12;
    private static final int ROUNDS = 8;

    private interface Bodies {
        Script<Object> next();
    }

    /** Starts tasks, cancels some of them while they run, and waits for all. A loop in which somebody waits for ever fails with a DeadlockError. */
    private static void storm(long seed, Bodies bodies) {
        Random random = new Random(seed);
        List<Task<Object>> tasks = new ArrayList<>();
        Script<Object> main = script("main").run(() -> {
            for (int i = 0; i < TASKS; i++) {
                tasks.add(createTask(bodies.next(), "task " + i));
            }
        });
        for (int i = 0; i < ROUNDS; i++) {
            main.turns(1).run(() -> tasks.get(random.nextInt(TASKS)).cancel());
        }
        main.await(() -> gatherOutcomes(tasks), (List<Outcome<Object>> outcomes) -> {
            for (Outcome<Object> outcome : outcomes) {
                if (outcome instanceof Outcome.Failure<Object> failure) {
                    assertEquals(
                            CancelledError.class,
                            failure.error().getClass(),
                            () -> failure.error() + " with seed " + seed);
                }
            }
        });
        EventLoop.builder().clock(LoopClock.virtual()).shuffle(seed).run(main);
    }

    private static Script<Object> inside(Coroutine<Held> acquire, int[] inside, int atMost, int turns) {
        Held[] held = {null};
        return script("section")
                .await(() -> acquire, (Held got) -> {
                    held[0] = got;
                    inside[0]++;
                    assertTrue(inside[0] <= atMost);
                })
                .turns(turns)
                .always(() -> {
                    if (held[0] != null) {
                        inside[0]--;
                        held[0].close();
                    }
                });
    }

    @Test
    void aLockIsHeldByOneAndFreeInTheEnd() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            AsyncLock lock = new AsyncLock();
            int[] inside = {0};
            storm(seed, () -> {
                Script<Object> body = script("body");
                for (int i = 0; i < 3; i++) {
                    body.turns(random.nextInt(3)).await(() -> inside(lock.acquire(), inside, 1, random.nextInt(3)));
                }
                return body;
            });
            assertEquals(0, inside[0]);
            assertFalse(lock.isLocked());
        }
    }

    @Test
    void aSemaphoreHasAllItsPermitsInTheEnd() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            AsyncSemaphore semaphore = AsyncSemaphore.bounded(3);
            int[] inside = {0};
            storm(seed, () -> {
                Script<Object> body = script("body");
                for (int i = 0; i < 3; i++) {
                    body.turns(random.nextInt(3))
                            .await(() -> inside(semaphore.acquire(), inside, 3, random.nextInt(3)));
                }
                return body;
            });
            assertEquals(0, inside[0]);
            assertEquals("semaphore with 3 permits left of 3", semaphore.toString());
        }
    }

    @Test
    void aQueueLosesNothingAndGivesNothingTwice() {
        for (int seed = 0; seed < SEEDS; seed++) {
            AsyncQueue<Integer> queue = new AsyncQueue<>(2);
            List<Integer> put = new ArrayList<>();
            List<Integer> got = new ArrayList<>();
            int[] made = {0};
            storm(seed, () -> {
                int first = 10 * made[0]++;
                Script<Object> body = script("body");
                for (int i = 0; i < 4; i++) {
                    int element = first + i;
                    body.await(() -> queue.put(element), nothing -> put.add(element))
                            .await(queue::get, (Integer taken) -> got.add(taken));
                }
                return body;
            });
            while (!queue.isEmpty()) {
                got.add(queue.poll().orElseThrow());
            }
            Collections.sort(put);
            Collections.sort(got);
            assertEquals(put, got);
        }
    }

    /** Takers, more than there are givers, some cancelled while they wait; then nobody waits any more, or all that was given is taken. */
    private static void giveAndTake(long seed, Bodies takers, Bodies givers, BooleanSupplier allTaken) {
        Random random = new Random(seed);
        List<Task<Object>> waiting = new ArrayList<>();
        Script<Object> main = script("main").run(() -> {
            for (int i = 0; i < TASKS; i++) {
                waiting.add(createTask(takers.next()));
                if (i % 4 == 0) {
                    createTask(givers.next());
                }
            }
        });
        for (int i = 0; i < ROUNDS; i++) {
            main.turns(1).run(() -> waiting.get(random.nextInt(TASKS / 2)).cancel());
        }
        main.turns(100)
                .run(() -> assertTrue(
                        allTaken.getAsBoolean() || waiting.stream().allMatch(Task::isDone), () -> "seed " + seed));
        EventLoop.builder().clock(LoopClock.virtual()).shuffle(seed).run(main);
    }

    @Test
    void anElementThatACancelledTaskWasWokenForGoesToAnother() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            AsyncQueue<Integer> queue = new AsyncQueue<>();
            giveAndTake(
                    seed,
                    () -> script("taker").await(queue::get),
                    () -> script("giver").turns(random.nextInt(8)).run(() -> queue.offer(1)),
                    queue::isEmpty);
        }
    }

    @Test
    void aSignalThatACancelledTaskGotGoesToAnother() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            AsyncCondition condition = new AsyncCondition();
            int[] tokens = {0};
            giveAndTake(
                    seed,
                    () -> taker(condition, tokens),
                    () -> script("giver")
                            .turns(random.nextInt(8))
                            .await(condition::acquire)
                            .run(() -> {
                                tokens[0]++;
                                condition.signal(1);
                                condition.release();
                            }),
                    () -> tokens[0] == 0);
        }
    }

    private static Script<Object> taker(AsyncCondition condition, int[] tokens) {
        Held[] held = {null};
        return script("taker")
                .await(condition::acquire, (Held got) -> held[0] = got)
                .await(() -> condition.awaitUntil(() -> tokens[0] > 0))
                .run(() -> tokens[0]--)
                .always(() -> {
                    if (held[0] != null) {
                        held[0].close();
                    }
                });
    }
}
