package dev.javait;

public class CancelledError extends Error {
    private static final long serialVersionUID = 1;

    public CancelledError(String message) {
        super(message);
    }
}
