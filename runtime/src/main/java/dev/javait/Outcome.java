package dev.javait;

import org.jspecify.annotations.Nullable;

/**
 * How something ended, as a value; what {@link Javait#gatherOutcomes} gives for each argument.
 *
 * @param <T> the type of the value
 */
public sealed interface Outcome<T extends @Nullable Object> {
    /** It gave a value. */
    record Success<T extends @Nullable Object>(T value) implements Outcome<T> {}

    /** It failed; a cancelled one with a {@link CancelledError}. */
    record Failure<T extends @Nullable Object>(Throwable error) implements Outcome<T> {}
}
