package dev.javait.processor.twin.support;

import dev.javait.Awaitable;
import dev.javait.EventLoop;
import dev.javait.Javait;
import dev.javait.Promise;
import java.lang.ref.WeakReference;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Things to await that are ready when {@link #schedule} says so. */
public final class Leaf {
    private static final int COLLECTIONS = 5;
    private static final ThreadLocal<Leaf> CURRENT = ThreadLocal.withInitial(() -> new Leaf(Schedule.READY, 0));

    private final Schedule schedule;
    private final Random random;

    private Leaf(Schedule schedule, long seed) {
        this.schedule = schedule;
        this.random = new Random(seed);
    }

    public static void schedule(Schedule schedule, long seed) {
        CURRENT.set(new Leaf(schedule, seed));
    }

    public static <T> Awaitable<T> leaf(String tag, T value) {
        Trace.log("leaf " + tag);
        int turns = CURRENT.get().turns();
        if (turns < 0) return Javait.done(value);
        var promise = new Promise<T>();
        after(turns, () -> promise.complete(value));
        return promise;
    }

    public static <T, X extends Throwable> Awaitable<T> failing(String tag, X error) throws X {
        Trace.log("failing " + tag);
        var promise = new Promise<T>();
        after(CURRENT.get().turns(), () -> promise.fail(error));
        return promise;
    }

    public static <T> CompletionStage<T> stage(String tag, T value) {
        Trace.log("stage " + tag);
        var stage = new CompletableFuture<T>();
        after(CURRENT.get().turns(), () -> stage.complete(value));
        return stage;
    }

    public static <T, X extends Throwable> CompletionStage<T> failingStage(String tag, X error) throws X {
        Trace.log("failing stage " + tag);
        var stage = new CompletableFuture<T>();
        after(CURRENT.get().turns(), () -> stage.completeExceptionally(error));
        return stage;
    }

    /**
     * Whether nothing keeps the object that {@code reference} points to while the frames that await this are suspended; in
     * the blocking world, which keeps every local, simply true.
     */
    public static Awaitable<Boolean> collected(String tag, WeakReference<?> reference) {
        Trace.log("collected? " + tag);
        var promise = new Promise<Boolean>();
        after(2, () -> promise.complete(isCleared(reference)));
        return promise;
    }

    private static boolean isCleared(WeakReference<?> reference) {
        for (int i = 0; i < COLLECTIONS && reference.get() != null; i++) System.gc();
        return reference.get() == null;
    }

    /** After how many turns of the loop; negative for what never was pending. */
    private int turns() {
        return switch (schedule) {
            case READY -> 0;
            case SUSPENDING -> 1;
            case MIXED -> random.nextInt(4) - 1;
        };
    }

    private static void after(int turns, Runnable action) {
        if (turns <= 0) action.run();
        else EventLoop.current().execute(() -> after(turns - 1, action));
    }
}
