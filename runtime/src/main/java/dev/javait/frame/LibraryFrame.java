package dev.javait.frame;

import org.jspecify.annotations.Nullable;

/**
 * A frame that is written by hand: results and what it awaits are plain objects.
 *
 * @param <T> what it returns in the end
 */
public abstract class LibraryFrame<T extends @Nullable Object> extends Frame<T> {
    /** Makes a coroutine; nothing of it runs before it is awaited. */
    protected LibraryFrame() {}

    @Override
    public final @Nullable Object resume(Driver driver, int state, @Nullable Object value, @Nullable Throwable error)
            throws Throwable {
        return resume(state, Await.value(driver, value), error);
    }

    /** As {@link Frame#resume}. */
    protected abstract @Nullable Object resume(int state, @Nullable Object value, @Nullable Throwable error)
            throws Throwable;

    @Override
    public abstract StackTraceElement location(int state);

    /** As {@link Frame#suspend}. */
    protected final Object suspend(int state) {
        return suspend(Driver.here(), state);
    }
}
