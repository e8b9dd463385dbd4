package dev.javait;

/**
 * Thrown by an {@link AsyncQueue} that was {@linkplain AsyncQueue#shutdown shut down}, when something is put in, or is to be taken out and there is
 * none; asyncio's {@code QueueShutDown}.
 */
public final class QueueShutDownException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QueueShutDownException(String message) {
        super(message);
    }
}
