package dev.javait;

import org.jspecify.annotations.Nullable;

/**
 * A resource whose closing waits; asyncio's asynchronous context manager without a view of the exception. In an {@link Async} method,
 * {@code try (var r = …) { … }} awaits {@link #closeAsync} when the block is left, in whatever way. If the block failed and closing fails too, the block's
 * failure is thrown, and the other is suppressed in it, as in Java.
 */
@FunctionalInterface
public interface AsyncCloseable extends AutoCloseable {
    /**
     * A coroutine that closes the resource; Python's {@code __aexit__}. A block that was cancelled closes as any other: what closing awaits is not
     * disturbed by that, but by cancelling the task once more.
     */
    Coroutine<@Nullable Void> closeAsync();

    /** Only there so that {@code try} takes the resource: in an {@link Async} method it is never called, elsewhere it throws {@link IllegalStateException}. */
    @Override
    default void close() {
        throw Unwritten.close(this);
    }
}
