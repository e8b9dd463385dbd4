package dev.javait;

@FunctionalInterface
public interface Awaitable<T> {
    Coroutine<T> toCoroutine();
}
