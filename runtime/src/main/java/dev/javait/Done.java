package dev.javait;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Javait#done(Object)} returns: a coroutine, and a future, that has its value. An {@link Async} method's {@code return done(v)} makes
 * none; elsewhere it stands for a call that has nothing to wait for, and may be awaited more than once.
 * Thread-safe. asyncio has no counterpart.
 *
 * @param <T> the type of the value
 */
public final class Done<T extends @Nullable Object> extends CompletableFuture<T> implements Coroutine<T> {
    @SuppressWarnings("NullAway") // null is a value of CompletableFuture<T> wherever it is one of T
    Done(@Nullable T value) {
        complete(value);
    }

    /** A future made from this one is an ordinary future. */
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
