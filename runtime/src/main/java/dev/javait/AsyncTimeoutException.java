package dev.javait;

/** Something took longer than {@link Javait#timeout} or {@link Javait#waitFor} allowed; asyncio's {@code TimeoutError}. */
public final class AsyncTimeoutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AsyncTimeoutException(String message, CancelledError cause) {
        super(message, cause);
    }

    AsyncTimeoutException(String message) {
        super(message);
    }
}
