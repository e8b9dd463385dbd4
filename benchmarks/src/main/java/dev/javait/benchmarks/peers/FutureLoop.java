package dev.javait.benchmarks.peers;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;

/** A loop over futures, each made from the number that the one before gave: {@code for (…) x = await(next(x))}, without overflowing the stack. */
final class FutureLoop implements BiConsumer<Long, Throwable> {
    private final LongFunction<CompletableFuture<Long>> next;
    private final CompletableFuture<Long> outcome = new CompletableFuture<>();
    private int left;

    FutureLoop(int times, LongFunction<CompletableFuture<Long>> next) {
        this.left = times;
        this.next = next;
    }

    CompletableFuture<Long> start() {
        accept(0L, null);
        return outcome;
    }

    @Override
    public void accept(Long given, Throwable error) {
        if (error != null) {
            outcome.completeExceptionally(error);
            return;
        }
        long x = given;
        while (left-- > 0) {
            CompletableFuture<Long> future = next.apply(x);
            if (!future.isDone()) {
                future.whenComplete(this);
                return;
            }
            x = future.join();
        }
        outcome.complete(x);
    }
}
