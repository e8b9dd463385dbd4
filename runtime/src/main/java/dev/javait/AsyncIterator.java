package dev.javait;

import org.jspecify.annotations.Nullable;

/**
 * Goes through elements that may have to be waited for; Python's asynchronous iterator. Used by one task at a time; users may implement it.
 *
 * @param <T> the type of the elements
 */
public interface AsyncIterator<T extends @Nullable Object> {
    /**
     * Goes to the next element; Python's {@code __anext__}. The coroutine gives false when there is none, now and ever after. Of a generator, cancelling the task
     * that awaits it cancels what the generator's body awaits, and so ends the generator unless the body catches that.
     *
     * @return a coroutine that fails with what the source fails with, and, of a generator, with {@link IllegalStateException} if another task is moving it
     */
    Coroutine<Boolean> moveNext();

    /**
     * The element that the last {@link #moveNext} went to; the same one, however often it is asked. Python's {@code __anext__} gives it itself.
     *
     * @throws IllegalStateException if that did not give true, or was not awaited
     */
    T current();

    /**
     * Ends the iteration and frees what it holds; Python's {@code aclose}. {@code awaitEach} awaits it when its loop is left early: in any way before {@link #moveNext}
     * gave false, so also when that failed or was cancelled. A generator's body is left where
     * it emitted last, and its {@code finally} blocks run. Closing what has ended does nothing; so does this method unless it is overridden.
     * Cancelling a task that closes a generator cancels what its {@code finally} blocks await.
     */
    default Coroutine<@Nullable Void> close() {
        return Javait.done();
    }
}
