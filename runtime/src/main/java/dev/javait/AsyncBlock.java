package dev.javait;

/** The body of an {@link Javait#async(AsyncBlock) async lambda} that returns nothing. */
@FunctionalInterface
public interface AsyncBlock {
    /** The body; it may await. What it throws, the await of the coroutine throws. */
    void run() throws Exception;
}
