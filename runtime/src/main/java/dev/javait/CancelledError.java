package dev.javait;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by the await in which a task is cancelled; asyncio's {@code CancelledError}. An {@link Error}, so that {@code catch (Exception e)} does not
 * swallow a cancellation. At the edge of a {@code CompletableFuture} it is a {@code CancellationException}.
 *
 * <p>Its stack trace says where the task waited; the stack of the thread that made it would say nothing and is not taken.
 */
public final class CancelledError extends Error {
    private static final long serialVersionUID = 1L;

    /** Without a message. */
    public CancelledError() {
        this(null);
    }

    /** With the message that was given to {@link Task#cancel(String)}. */
    public CancelledError(@Nullable String message) {
        super(message);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
