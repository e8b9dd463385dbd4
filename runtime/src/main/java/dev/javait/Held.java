package dev.javait;

/**
 * What was acquired: {@code try (var held = await(lock.acquire())) { … }} gives it back at the end of the block. Python's {@code async with lock}.
 *
 * <p>Closing it once more does nothing. It is not needed where the lock or semaphore itself is told to {@code release()}; do one or the other.
 */
public interface Held extends AutoCloseable {
    /**
     * Gives back what was acquired, by any task; waits for nothing. Python's {@code __aexit__}.
     *
     * <p>On the loop's thread; on another one {@link IllegalStateException} if what was acquired belongs to a running loop already.
     */
    @Override
    void close();
}
