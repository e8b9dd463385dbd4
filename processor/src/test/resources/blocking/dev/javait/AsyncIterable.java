package dev.javait;

@FunctionalInterface
public interface AsyncIterable<T> {
    AsyncIterator<T> iterator();
}
