package dev.javait;

/**
 * What was acquired: {@code try (var held = await(lock.acquire())) { … }} gives it back at the end of the block. Python's {@code async with lock}.
 *
 * <p>Closing it once more does nothing. It is not needed where the lock or semaphore itself is told to {@code release()}; do one or the other.
 */
public interface Held extends AutoCloseable {
    /**
     * Gives back what was acquired. On the loop's thread, else {@link IllegalStateException}, by any task of it; waits for nothing. Python's
     * {@code __aexit__}.
     */
    @Override
    void close();
}
