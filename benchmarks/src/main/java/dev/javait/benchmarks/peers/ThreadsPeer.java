package dev.javait.benchmarks.peers;

import dev.javait.benchmarks.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;

/** The workloads on virtual threads: an await is a plain call, a suspension {@code Thread.yield()} or a blocking call. */
@SuppressWarnings("ThreadPriorityCheck") // to yield is what is measured
public final class ThreadsPeer implements Peer {
    private final ThreadFactory threads = VirtualThreads.factory();

    private <T> FutureTask<T> start(Callable<T> body) {
        FutureTask<T> task = new FutureTask<>(body);
        threads.newThread(task).start();
        return task;
    }

    private static <T> T join(FutureTask<T> task) {
        try {
            return task.get();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private <T> T run(Callable<T> body) {
        return join(start(body));
    }

    @Override
    public long ready(int n) {
        return run(() -> {
            long x = 0;
            for (int i = 0; i < n; i++) {
                x = increment(x);
            }
            return x;
        });
    }

    private static long increment(long x) {
        return x + 1;
    }

    @Override
    public long readyCall(int n) {
        return run(() -> {
            long x = 0;
            for (int i = 0; i < n; i++) {
                x = callee(x);
            }
            return x;
        });
    }

    private static long callee(long x) {
        if (x < 0) {
            Thread.yield();
        }
        return x + 1;
    }

    @Override
    public long mostlyReady(int n) {
        return run(() -> {
            long x = 0;
            for (int i = 0; i < n; i++) {
                x = calleeSeldom(x);
            }
            return x;
        });
    }

    private static long calleeSeldom(long x) {
        if (x % SELDOM == 0) {
            Thread.yield();
        }
        return x + 1;
    }

    @Override
    public long yields(int n) {
        return run(() -> {
            long x = 0;
            for (int i = 0; i < n; i++) {
                Thread.yield();
                x++;
            }
            return x;
        });
    }

    @Override
    public long deep(int depth, int times) {
        return run(() -> {
            long x = 0;
            for (int i = 0; i < times; i++) {
                x += down(depth);
            }
            return x;
        });
    }

    private static long down(int n) {
        if (n == 0) {
            Thread.yield();
            return 0;
        }
        return down(n - 1) + 1;
    }

    @Override
    public long fib(int n) {
        return run(() -> fibonacci(n));
    }

    private static long fibonacci(int n) {
        return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
    }

    @Override
    public long spawn(int n) {
        return run(() -> {
            List<FutureTask<Integer>> tasks = new ArrayList<>(n);
            for (int i = 0; i < n; i++) {
                tasks.add(start(() -> {
                    Thread.yield();
                    return 1;
                }));
            }
            return sum(tasks);
        });
    }

    private static long sum(List<FutureTask<Integer>> tasks) {
        long sum = 0;
        for (FutureTask<Integer> task : tasks) {
            sum += join(task);
        }
        return sum;
    }

    @Override
    public long queue(int items, int capacity) {
        BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(capacity);
        start(() -> {
            for (int i = 0; i < items; i++) {
                queue.put(i);
            }
            return null;
        });
        return run(() -> {
            long sum = 0;
            for (int i = 0; i < items; i++) {
                sum += queue.take();
            }
            return sum;
        });
    }

    @Override
    public long sleepers(int[] millis) {
        return run(() -> {
            List<FutureTask<Integer>> tasks = new ArrayList<>(millis.length);
            for (int each : millis) {
                tasks.add(start(() -> {
                    Thread.sleep(each);
                    return 1;
                }));
            }
            return sum(tasks);
        });
    }

    /** The threads are joined from a platform thread, which also sees when all of them wait: the measuring needs none of the carriers. */
    @Override
    public long suspended(int n, int depth, Runnable measure) {
        CountDownLatch event = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(n);
        List<FutureTask<Integer>> tasks = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            tasks.add(start(() -> waitBelow(begun, event, depth)));
        }
        try {
            begun.await();
            // The last one that counted down is about to wait; no task measures that better.
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        measure.run();
        event.countDown();
        return sum(tasks);
    }

    private static int waitBelow(CountDownLatch begun, CountDownLatch event, int depth) throws InterruptedException {
        if (depth > 1) {
            return waitBelow(begun, event, depth - 1) + 1;
        }
        begun.countDown();
        event.await();
        return 1;
    }

    @Override
    public long compute(int elements) {
        return run(() -> {
            long hash = 1;
            for (int i = 0; i < elements; i++) {
                hash = hash * 31 + i;
                if (i % BLOCK == 0) {
                    Thread.yield();
                }
            }
            return hash;
        });
    }

    @Override
    public long innerLoop(int blocks, int[] from, int[] into) {
        return run(() -> {
            for (int block = 0; block < blocks; block++) {
                for (int i = 0; i < into.length; i++) {
                    into[i] += from[i] * 3;
                }
                Thread.yield();
            }
            return (long) into[into.length - 1];
        });
    }
}
