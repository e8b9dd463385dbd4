package dev.javait;

public interface AsyncCloseable extends AutoCloseable {
    Coroutine<Void> closeAsync();

    @Override
    default void close() {
        Javait.await(closeAsync());
    }
}
