package dev.javait;

/**
 * Something took longer than {@link Javait#timeout}, {@link Javait#waitFor} or {@link Javait#asCompleted} allowed; asyncio's {@code TimeoutError}. Of
 * the first two, its cause is the {@link CancelledError} by which that was ended.
 */
public final class AsyncTimeoutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AsyncTimeoutException(String message, CancelledError cause) {
        super(message, cause);
    }

    AsyncTimeoutException(String message) {
        super(message);
    }
}
