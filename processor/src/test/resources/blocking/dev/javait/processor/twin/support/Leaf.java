package dev.javait.processor.twin.support;

import dev.javait.Awaitable;
import dev.javait.Coroutine;
import dev.javait.Javait;
import java.lang.ref.WeakReference;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Things to await that are always ready. */
public final class Leaf {
    private Leaf() {}

    public static void schedule(Schedule schedule, long seed) {}

    public static <T> Awaitable<T> leaf(String tag, T value) {
        Trace.log("leaf " + tag);
        return Javait.done(value);
    }

    public static <T, X extends Throwable> Awaitable<T> failing(String tag, X error) throws X {
        Trace.log("failing " + tag);
        Coroutine<T> failed = () -> {
            throw error;
        };
        return failed;
    }

    public static <T> CompletionStage<T> stage(String tag, T value) {
        Trace.log("stage " + tag);
        return CompletableFuture.completedFuture(value);
    }

    public static <T, X extends Throwable> CompletionStage<T> failingStage(String tag, X error) throws X {
        Trace.log("failing stage " + tag);
        return CompletableFuture.failedFuture(error);
    }

    public static Awaitable<Boolean> collected(String tag, WeakReference<?> reference) {
        Trace.log("collected? " + tag);
        return Javait.done(true);
    }
}
