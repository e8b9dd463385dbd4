package dev.javait;

import static dev.javait.Javait.sleep;
import static dev.javait.Javait.toThread;
import static dev.javait.Script.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many threads at one loop while it runs: everything is counted, on both sides. */
@Timeout(300)
class ThreadStressTest {
    private static final int THREADS = 8;
    private static final int ROUNDS = 6_000;

    private final AtomicLong executed = new AtomicLong();
    private final AtomicLong given = new AtomicLong();
    private final Queue<CompletableFuture<Integer>> submitted = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    /** Only the loop's thread counts these: a count that is right says too that no two threads ran there at once. */
    private int callbacks;

    private int begun;
    private int ended;

    private interface Work {
        void run(EventLoop loop, Random random, int thread) throws Exception;
    }

    /** Runs a loop for as long as the threads work. */
    private void stress(Work work) throws Exception {
        CountDownLatch working = new CountDownLatch(THREADS);
        List<Thread> threads = new ArrayList<>();
        CompletableFuture<Void> stop = new CompletableFuture<>();
        EventLoop.builder()
                .run(script("main")
                        .run(() -> {
                            EventLoop loop = EventLoop.current();
                            for (int i = 0; i < THREADS; i++) {
                                int number = i;
                                Thread thread = new Thread(() -> {
                                    try {
                                        work.run(loop, new Random(number), number);
                                    } catch (Throwable failure) {
                                        failures.add(failure);
                                    } finally {
                                        working.countDown();
                                        if (working.getCount() == 0) {
                                            loop.execute(() -> stop.complete(null));
                                        }
                                    }
                                });
                                threads.add(thread);
                                thread.start();
                            }
                        })
                        .await(() -> stop));
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(List.of(), List.copyOf(failures));
    }

    @Test
    void everythingThatIsExecutedRunsOnceAndInTheOrderOfItsThread() throws Exception {
        List<List<Integer>> seen = new ArrayList<>();
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            expected.add(i);
        }
        for (int i = 0; i < THREADS; i++) {
            seen.add(new ArrayList<>());
        }
        stress((loop, random, thread) -> {
            for (int i = 0; i < ROUNDS; i++) {
                int n = i;
                loop.execute(() -> {
                    callbacks++;
                    seen.get(thread).add(n);
                });
                if (random.nextInt(500) == 0) {
                    Thread.yield();
                }
            }
        });
        assertEquals(THREADS * ROUNDS, callbacks);
        seen.forEach(order -> assertEquals(expected, order));
    }

    @Test
    void whatIsSubmittedAndCancelledByThreadsEndsOnceOnBothSides() throws Exception {
        stress((loop, random, thread) -> {
            List<CompletableFuture<Integer>> mine = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                int n = i;
                CompletableFuture<Integer> future = loop.submit(body(n, random.nextInt(4)));
                mine.add(future);
                submitted.add(future);
                if (random.nextInt(3) == 0) {
                    mine.get(random.nextInt(mine.size())).cancel(false);
                }
            }
            for (int i = 0; i < ROUNDS; i++) {
                int n = i;
                mine.get(i)
                        .handle((value, error) -> {
                            assertTrue(error == null ? value == n : error instanceof CancellationException);
                            return value;
                        })
                        .get();
            }
        });
        int values = 0;
        for (CompletableFuture<Integer> future : submitted) {
            assertTrue(future.isDone());
            values += future.isCancelled() ? 0 : 1;
        }
        assertEquals(THREADS * ROUNDS, submitted.size());
        assertEquals(begun, ended);
        assertTrue(begun >= values && begun <= THREADS * ROUNDS, begun + " begun");
    }

    /** Counts in a {@code finally} that it ended, if it began. */
    private Script<Integer> body(int value, int kind) {
        Script<Integer> inner = Script.<Integer>script("inner")
                .run(() -> begun++)
                .turns(kind)
                .await(() -> kind == 0 ? sleep(Duration.ofMillis(1)) : Yield.NOW)
                .always(() -> ended++);
        return Script.<Integer>script("submitted").await(() -> inner).returns(() -> value);
    }

    @Test
    void stagesThatThreadsCompleteGiveEveryAwaiterItsValue() throws Exception {
        AtomicLong sum = new AtomicLong();
        stress((loop, random, thread) -> {
            List<CompletableFuture<Long>> results = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                CompletableFuture<Integer> stage = new CompletableFuture<>();
                long[] got = {0};
                results.add(loop.submit(Script.<Long>script("awaits")
                        .await(() -> stage, (Integer value) -> got[0] = value)
                        .returns(() -> got[0])));
                if (random.nextBoolean()) {
                    Thread.yield();
                }
                stage.complete(i);
                given.addAndGet(i);
            }
            for (CompletableFuture<Long> result : results) {
                sum.addAndGet(result.get());
            }
        });
        assertEquals(given.get(), sum.get());
    }

    @Test
    void functionsOnThreadsReturnAll() {
        List<Integer> got = Collections.synchronizedList(new ArrayList<>());
        EventLoop.builder()
                .run(script("main")
                        .await(
                                () -> {
                                    List<Awaitable<Integer>> calls = new ArrayList<>();
                                    for (int i = 0; i < 5_000; i++) {
                                        int n = i;
                                        calls.add(toThread(() -> {
                                            got.add(n);
                                            return n;
                                        }));
                                    }
                                    return Javait.gather(calls);
                                },
                                (List<Integer> values) -> {
                                    for (int i = 0; i < values.size(); i++) {
                                        assertEquals(i, values.get(i));
                                    }
                                    callbacks = values.size();
                                }));
        assertEquals(5_000, callbacks);
        assertEquals(5_000, got.size());
    }

    @Test
    void aLoopThatIsClosedUnderItsCallersRunsWorkOrRefusesIt() throws Exception {
        for (int round = 0; round < 200; round++) {
            AtomicLong refused = new AtomicLong();
            AtomicLong accepted = new AtomicLong();
            EventLoop loop = EventLoop.builder().build();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Thread thread = new Thread(() -> {
                    for (int n = 0; n < 200; n++) {
                        try {
                            loop.execute(executed::incrementAndGet);
                            accepted.incrementAndGet();
                        } catch (RejectedExecutionException closed) {
                            refused.incrementAndGet();
                        }
                    }
                });
                threads.add(thread);
                thread.start();
            }
            loop.run(script("main").turns(round % 7));
            loop.close();
            for (Thread thread : threads) {
                thread.join();
            }
            assertEquals(800, accepted.get() + refused.get());
            assertEquals(accepted.get(), executed.get());
            executed.set(0);
        }
    }

    @Test
    void aLoopThatIsClosedUnderItsCallersEndsTheFutureOfEachCoroutineThatItTook() throws Exception {
        for (int round = 0; round < 200; round++) {
            EventLoop loop = EventLoop.builder().build();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                int number = i;
                Thread thread = new Thread(() -> {
                    try {
                        for (int n = 0; n < 200; n++) {
                            submitted.add(loop.submit(body(n, number)));
                        }
                    } catch (RejectedExecutionException closed) {
                        // As it should be.
                    }
                });
                threads.add(thread);
                thread.start();
            }
            loop.run(script("main").turns(round % 7));
            loop.close();
            for (Thread thread : threads) {
                thread.join();
            }
            submitted.forEach(future -> future.handle((value, error) -> value).join());
            assertEquals(begun, ended);
            submitted.clear();
        }
    }
}
