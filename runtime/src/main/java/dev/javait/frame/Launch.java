package dev.javait.frame;

import dev.javait.EventLoop;
import dev.javait.Javait;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** How a coroutine begins whose method does not return one. */
public final class Launch {
    private static final ThreadLocal<@Nullable Host> HOST = new ThreadLocal<>();

    /** Runs the bodies of methods that return {@code void}, instead of an event loop for each call: for test frameworks. */
    @FunctionalInterface
    public interface Host {
        /** Runs a body to its end. */
        void run(Frame<?> frame);
    }

    private Launch() {}

    /**
     * Starts the body of a method that returns a future: as a task of the loop that the calling thread runs, whose first step is made before this returns,
     * else on the {@linkplain EventLoop#background() background loop}. Cancelling the future cancels the task.
     */
    public static <T extends @Nullable Object> CompletableFuture<T> future(Frame<T> frame) {
        Driver driver = Driver.current();
        return driver == null ? EventLoop.background().submit(frame) : driver.startNow(frame);
    }

    /**
     * Runs the body of a method that returns {@code void} to its end, as {@link Javait#run} does, or where this thread's {@linkplain #setHost host} says.
     *
     * @throws IllegalStateException on an event loop's thread
     */
    public static void run(Frame<?> frame) {
        Host host = HOST.get();
        if (host != null) {
            host.run(frame);
        } else if (Driver.current() == null) {
            Javait.run(frame);
        } else {
            throw new IllegalStateException(
                    "this thread runs an event loop already, and an @Async method that returns void"
                            + " runs one of its own; have it return a Coroutine<Void>, and await that");
        }
    }

    /**
     * Says where methods that return {@code void} run when this thread calls them.
     *
     * @param host null for a loop of their own
     * @return what was said before, to be said again
     */
    public static @Nullable Host setHost(@Nullable Host host) {
        Host before = HOST.get();
        if (host == null) {
            HOST.remove();
        } else {
            HOST.set(host);
        }
        return before;
    }
}
