package dev.javait;

import dev.javait.frame.Await;
import dev.javait.frame.LibraryFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@link Javait#waitAny}, {@link Javait#waitAll} and {@link Javait#waitFirstFailure}. */
final class Waiter<T extends @Nullable Object> extends LibraryFrame<Waited<T>> {
    private final WaitMode mode;
    private final List<? extends Awaitable<? extends T>> given;
    private final @Nullable Duration limit;

    private final Set<Task<T>> tasks = new LinkedHashSet<>();
    private final List<Callback<Task<T>>> callbacks = new ArrayList<>();
    private @Nullable TimerHandle timer;
    private int left;

    Waiter(WaitMode mode, Collection<? extends Awaitable<? extends T>> given, @Nullable Duration limit) {
        this.mode = mode;
        this.given = List.copyOf(given);
        this.limit = limit;
    }

    @Override
    @SuppressWarnings("fallthrough")
    protected @Nullable Object resume(int state, @Nullable Object value, @Nullable Throwable error) throws Throwable {
        switch (state) {
            case 0:
                if (Await.of(begin()) == Await.SUSPENDED) {
                    return suspend(1);
                }
            // fall through
            default:
                end();
                if (error != null) {
                    throw error;
                }
                return result();
        }
    }

    /** Gives what is done when there is no more to wait for. */
    private Promise<@Nullable Void> begin() {
        EventLoop loop = EventLoop.running(mode.function);
        if (given.isEmpty()) {
            throw new IllegalArgumentException(mode.function + " was given nothing to wait for; ask isEmpty() before");
        }
        tasks.addAll(Given.tasks(loop, given));
        Promise<@Nullable Void> enough = new Joint<>(loop, tasks);
        if (limit != null) {
            timer = loop.after(LoopClock.nanos(limit), () -> release(enough));
        }
        left = tasks.size();
        for (Task<T> task : tasks) {
            Callback<Task<T>> callback = new Callback<>(task, done -> taskDone(done, enough), loop.snapshot());
            callbacks.add(callback);
            task.whenDone(callback);
        }
        return enough;
    }

    private void taskDone(Task<T> task, Promise<@Nullable Void> enough) {
        left--;
        boolean failed = !task.hasSucceeded() && !task.isCancelled();
        if (left <= 0 || mode == WaitMode.ANY || (mode == WaitMode.FIRST_FAILURE && failed)) {
            release(enough);
        }
    }

    private static void release(Promise<@Nullable Void> enough) {
        if (!enough.isDone()) {
            enough.succeed(null);
        }
    }

    private void end() {
        if (timer != null) {
            timer.cancel();
        }
        int i = 0;
        for (Task<T> task : tasks) {
            task.forget(callbacks.get(i++));
        }
    }

    private Waited<T> result() {
        Set<Task<T>> done = new LinkedHashSet<>();
        Set<Task<T>> pending = new LinkedHashSet<>();
        for (Task<T> task : tasks) {
            (task.isDone() ? done : pending).add(task);
        }
        return new Waited<>(done, pending);
    }

    @Override
    public StackTraceElement location(int state) {
        return Places.of(mode.function);
    }
}
