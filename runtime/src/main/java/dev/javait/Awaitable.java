package dev.javait;

import org.jspecify.annotations.Nullable;

/**
 * Whatever can be awaited: a {@link Coroutine}, a {@link Task}, a {@link Promise}, or a user's own class; asyncio's {@code Awaitable}.
 *
 * @param <T> what awaiting it gives
 */
@FunctionalInterface
public interface Awaitable<T extends @Nullable Object> {
    /**
     * The coroutine that an await of this object runs; Python's {@code __await__}. Called once for each await, on the event loop's thread. What it
     * throws comes out of the await; cancelling the awaiter cancels what the coroutine awaits.
     *
     * @return a coroutine that was not awaited yet
     */
    Coroutine<T> toCoroutine();
}
