package dev.javait;

import java.util.ServiceLoader;

/**
 * What all event loops of a program begin with, also those that it does not make itself: of {@link Javait#run}, of {@code @Async} methods that return {@code void}, of tests, and
 * the {@linkplain EventLoop#background() background loop}. For what has to hold everywhere, such as carrying a logger's context along.
 *
 * <p>Implementations are found by {@link ServiceLoader}: they are named in {@code META-INF/services/dev.javait.LoopDefaults}, or provided by a module. What code sets
 * on a builder itself counts more. asyncio has event loop policies for that.
 */
@FunctionalInterface
public interface LoopDefaults {
    /** Sets what a loop is to begin with. Called for each builder, on the thread that makes it; what it throws comes out of that. */
    void applyTo(EventLoopBuilder builder);
}
