package dev.javait.frame;

import dev.javait.EventLoop;
import dev.javait.Javait;
import dev.javait.Task;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** How a coroutine begins whose method does not return one. */
public final class Launch {
    private Launch() {}

    /**
     * Starts the body of a method that returns a future: as a task of the loop that the calling thread runs, else on the
     * {@linkplain EventLoop#background() background loop}. Cancelling the future cancels the task.
     */
    public static <T extends @Nullable Object> CompletableFuture<T> future(Frame<T> frame) {
        if (Driver.current() == null) {
            return EventLoop.background().submit(frame);
        }
        Task<T> task = Javait.createTask(frame);
        return task.toCompletableFuture();
    }

    /**
     * Runs the body of a method that returns {@code void} to its end, as {@link Javait#run} does.
     *
     * @throws IllegalStateException on an event loop's thread
     */
    public static void run(Frame<?> frame) {
        Javait.run(frame);
    }
}
