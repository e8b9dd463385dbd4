package dev.javait.benchmarks.peers;

import dev.javait.benchmarks.Peer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The workloads with {@code CompletableFuture} and an executor of one thread. An await is {@code thenCompose} where it is written once, and a {@link FutureLoop} in loops, which
 * goes on in place while futures are done.
 */
public final class FuturesPeer implements Peer {
    private final ExecutorService executor = Executors.newSingleThreadExecutor(body -> {
        Thread thread = new Thread(body, "futures");
        thread.setDaemon(true);
        return thread;
    });

    /** Runs it on the executor, as the others run on their loop. */
    private <T> T run(Supplier<CompletableFuture<T>> body) {
        return CompletableFuture.supplyAsync(body, executor)
                .thenCompose(future -> future)
                .join();
    }

    private CompletableFuture<Void> yieldNow() {
        return CompletableFuture.runAsync(() -> {}, executor);
    }

    @Override
    public long ready(int n) {
        return run(() -> new FutureLoop(n, x -> increment(x)).start());
    }

    private static CompletableFuture<Long> increment(long x) {
        return CompletableFuture.completedFuture(x + 1);
    }

    @Override
    public long readyCall(int n) {
        return run(() -> new FutureLoop(n, this::callee).start());
    }

    private CompletableFuture<Long> callee(long x) {
        return x < 0 ? yieldNow().thenApply(done -> x + 1) : CompletableFuture.completedFuture(x + 1);
    }

    @Override
    public long mostlyReady(int n) {
        return run(() -> new FutureLoop(n, this::calleeSeldom).start());
    }

    private CompletableFuture<Long> calleeSeldom(long x) {
        return x % SELDOM == 0 ? yieldNow().thenApply(done -> x + 1) : CompletableFuture.completedFuture(x + 1);
    }

    @Override
    public long yields(int n) {
        return run(() -> new FutureLoop(n, x -> yieldNow().thenApply(done -> x + 1)).start());
    }

    @Override
    public long deep(int depth, int times) {
        return run(() -> new FutureLoop(times, x -> down(depth).thenApply(y -> x + y)).start());
    }

    private CompletableFuture<Long> down(int n) {
        return n == 0 ? yieldNow().thenApply(done -> 0L) : down(n - 1).thenApply(x -> x + 1);
    }

    @Override
    public long fib(int n) {
        return run(() -> fibonacci(n));
    }

    private static CompletableFuture<Long> fibonacci(int n) {
        return n < 2
                ? CompletableFuture.completedFuture((long) n)
                : fibonacci(n - 1).thenCompose(x -> fibonacci(n - 2).thenApply(y -> x + y));
    }

    /** A task that yields once is nothing but a job in the executor that was queued twice. */
    @Override
    public long spawn(int n) {
        return run(() -> {
            CompletableFuture<?>[] tasks = new CompletableFuture<?>[n];
            for (int i = 0; i < n; i++) {
                tasks[i] =
                        CompletableFuture.supplyAsync(this::yieldNow, executor).thenCompose(yielded -> yielded);
            }
            return CompletableFuture.allOf(tasks).thenApply(all -> (long) n);
        });
    }

    @Override
    public long queue(int items, int capacity) {
        return run(() -> {
            FutureQueue queue = new FutureQueue(capacity, executor);
            new FutureLoop(items, i -> queue.put((int) i).thenApply(put -> i + 1)).start();
            long[] sum = {0};
            return new FutureLoop(
                            items,
                            i -> queue.get().thenApply(got -> {
                                sum[0] += got;
                                return i + 1;
                            }))
                    .start()
                    .thenApply(n -> sum[0]);
        });
    }

    @Override
    public long sleepers(int[] millis) {
        return run(() -> {
            CompletableFuture<?>[] tasks = new CompletableFuture<?>[millis.length];
            for (int i = 0; i < millis.length; i++) {
                tasks[i] = CompletableFuture.runAsync(
                        () -> {}, CompletableFuture.delayedExecutor(millis[i], TimeUnit.MILLISECONDS, executor));
            }
            return CompletableFuture.allOf(tasks).thenApply(all -> (long) tasks.length);
        });
    }

    /** There are no tasks: a call that waits is one stage. */
    @Override
    public long suspended(int n, int depth, Runnable measure) {
        return run(() -> {
            CompletableFuture<Integer> event = new CompletableFuture<>();
            CompletableFuture<?>[] tasks = new CompletableFuture<?>[n];
            for (int i = 0; i < n; i++) {
                tasks[i] = waitBelow(event, depth);
            }
            measure.run();
            event.complete(0);
            long sum = 0;
            for (CompletableFuture<?> task : tasks) {
                sum += (Integer) task.join();
            }
            return CompletableFuture.completedFuture(sum);
        });
    }

    private static CompletableFuture<Integer> waitBelow(CompletableFuture<Integer> event, int depth) {
        return (depth > 1 ? waitBelow(event, depth - 1) : event).thenApply(x -> x + 1);
    }

    @Override
    public long compute(int elements) {
        return run(() -> {
            long[] hash = {1};
            return new FutureLoop((elements + BLOCK - 1) / BLOCK, block -> {
                        int from = (int) block * BLOCK;
                        hash[0] = hashBlock(hash[0], from, Math.min(elements, from + BLOCK));
                        return yieldNow().thenApply(done -> block + 1);
                    })
                    .start()
                    .thenApply(n -> hash[0]);
        });
    }

    private static long hashBlock(long before, int from, int to) {
        long hash = before;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + i;
        }
        return hash;
    }

    @Override
    public long innerLoop(int blocks, int[] from, int[] into) {
        return run(() -> new FutureLoop(blocks, block -> {
                    for (int i = 0; i < into.length; i++) {
                        into[i] += from[i] * 3;
                    }
                    return yieldNow().thenApply(done -> block + 1);
                })
                .start()
                .thenApply(n -> (long) into[into.length - 1]));
    }

    @Override
    public void close() {
        executor.shutdown();
    }
}
