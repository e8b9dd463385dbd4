package dev.javait;

import java.util.concurrent.CompletableFuture;

public final class Done<T> extends CompletableFuture<T> implements Coroutine<T> {
    Done(T value) {
        complete(value);
    }

    @Override
    public T take() {
        return join();
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
