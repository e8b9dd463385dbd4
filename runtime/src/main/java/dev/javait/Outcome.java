package dev.javait;

import org.jspecify.annotations.Nullable;

/**
 * How something ended, as a value; what {@link Javait#gatherOutcomes} gives for each argument; in asyncio, the value or the exception itself. Thread-safe.
 *
 * @param <T> the type of the value
 */
public sealed interface Outcome<T extends @Nullable Object> {
    /**
     * It gave a value.
     *
     * @param value that value
     */
    record Success<T extends @Nullable Object>(T value) implements Outcome<T> {}

    /**
     * It failed.
     *
     * @param error what it failed with, that object itself; a {@link CancelledError} if it was cancelled
     */
    record Failure<T extends @Nullable Object>(Throwable error) implements Outcome<T> {}
}
