package dev.javait.processor.fuzz.world;

/** What random bodies throw. */
public class Oops extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Oops(Object message) {
        super(String.valueOf(message));
    }
}
