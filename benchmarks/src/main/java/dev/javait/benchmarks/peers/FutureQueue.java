package dev.javait.benchmarks.peers;

import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** A bounded queue of futures for one thread; whoever waits goes on through the executor. */
final class FutureQueue {
    private static final CompletableFuture<Void> PUT = CompletableFuture.completedFuture(null);

    private final int capacity;
    private final Executor executor;
    private final ArrayDeque<Integer> items = new ArrayDeque<>();
    private final ArrayDeque<CompletableFuture<Integer>> getters = new ArrayDeque<>();
    private final ArrayDeque<Waiting> putters = new ArrayDeque<>();

    private record Waiting(Integer item, CompletableFuture<Void> put) {}

    FutureQueue(int capacity, Executor executor) {
        this.capacity = capacity;
        this.executor = executor;
    }

    CompletableFuture<Void> put(Integer item) {
        CompletableFuture<Integer> getter = getters.poll();
        if (getter != null) {
            executor.execute(() -> getter.complete(item));
            return PUT;
        }
        if (items.size() < capacity) {
            items.add(item);
            return PUT;
        }
        CompletableFuture<Void> put = new CompletableFuture<>();
        putters.add(new Waiting(item, put));
        return put;
    }

    CompletableFuture<Integer> get() {
        Integer item = items.poll();
        if (item == null) {
            CompletableFuture<Integer> getter = new CompletableFuture<>();
            getters.add(getter);
            return getter;
        }
        Waiting putter = putters.poll();
        if (putter != null) {
            items.add(putter.item);
            executor.execute(() -> putter.put.complete(null));
        }
        return CompletableFuture.completedFuture(item);
    }
}
