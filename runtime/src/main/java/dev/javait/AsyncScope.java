package dev.javait;

import org.jspecify.annotations.Nullable;

/**
 * Something that has a say in how a block ends; Python's {@code __aexit__}. In an {@link Async} method, {@code try (var s = …) { … }} awaits {@link #exit} when
 * the block is left, in whatever way.
 */
@FunctionalInterface
public interface AsyncScope extends AutoCloseable {
    /**
     * A coroutine that ends the scope. If it fails, that replaces what the block failed with. What it awaits is not disturbed by the cancelling that
     * ended the block, but by cancelling the task once more.
     *
     * @param error what the block failed with, or null
     * @return whether {@code error} is dealt with: true swallows it
     */
    Coroutine<Boolean> exit(@Nullable Throwable error);

    /** Only there so that {@code try} takes the scope: in an {@link Async} method it is never called, elsewhere it throws {@link IllegalStateException}. */
    @Override
    default void close() {
        throw Unwritten.close(this);
    }
}
