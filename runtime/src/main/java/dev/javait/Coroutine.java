package dev.javait;

import org.jspecify.annotations.Nullable;

/**
 * A call of an {@link Async} method that has not run yet; asyncio's coroutine object.
 *
 * <p>It is lazy: making it runs nothing, and may be done on any thread. {@link Javait#await await} runs it as part of the awaiting task,
 * {@link Javait#createTask} as a task of its own. It runs once; awaiting it again is an {@link IllegalStateException}. Coroutines are made by the
 * methods of this library and by those that carry {@link Async}; another implementation cannot be awaited (implement {@link Awaitable} instead).
 *
 * @param <T> what it returns
 */
public interface Coroutine<T extends @Nullable Object> extends Awaitable<T> {
    /** This coroutine; Python's {@code __await__}. */
    @Override
    default Coroutine<T> toCoroutine() {
        return this;
    }
}
