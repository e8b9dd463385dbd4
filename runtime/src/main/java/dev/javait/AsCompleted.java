package dev.javait;

import dev.javait.frame.Await;
import dev.javait.frame.LibraryFrame;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@link Javait#asCompleted}: the tasks begin at once; going through it once gives each when it is done. */
final class AsCompleted<T extends @Nullable Object> implements AsyncIterator<Task<T>> {
    /** Those that are not done, with what tells that they are. */
    private final Map<Task<T>, Callback<Task<T>>> running = new LinkedHashMap<>();

    /** Those that are done and were not given yet. */
    private final Deque<Task<T>> done = new ArrayDeque<>();

    /** How many are to be given yet. */
    private int left;

    private boolean late;
    private @Nullable TimerHandle timer;
    private @Nullable Task<T> current;

    /** Completed when something is done, while somebody waits for that. */
    private @Nullable Promise<@Nullable Void> arrival;

    AsCompleted(Collection<? extends Awaitable<? extends T>> awaitables, @Nullable Duration limit) {
        EventLoop loop = EventLoop.running("asCompleted");
        Set<Task<T>> tasks = Given.tasks(loop, List.copyOf(awaitables));
        for (Task<T> task : tasks) {
            Callback<Task<T>> callback = new Callback<>(task, this::taskDone, loop.snapshot());
            running.put(task, callback);
            task.whenDone(callback);
        }
        left = running.size();
        if (limit != null && left > 0) {
            timer = loop.after(LoopClock.nanos(limit), this::timeUp);
        }
    }

    private void taskDone(Task<T> task) {
        if (running.remove(task) == null) {
            return;
        }
        done.add(task);
        if (running.isEmpty() && timer != null) {
            timer.cancel();
        }
        arrived();
    }

    private void timeUp() {
        late = true;
        running.forEach(Completion::forget);
        running.clear();
        arrived();
    }

    private void arrived() {
        if (arrival != null && !arrival.isDone()) {
            arrival.succeed(null);
        }
    }

    @Override
    public Coroutine<Boolean> moveNext() {
        return new Next<>(this);
    }

    @Override
    public Task<T> current() {
        if (current == null) {
            throw new IllegalStateException("asCompleted has no current task; await moveNext() first");
        }
        return current;
    }

    private static final class Next<T extends @Nullable Object> extends LibraryFrame<Boolean> {
        private final AsCompleted<T> from;

        Next(AsCompleted<T> from) {
            this.from = from;
        }

        @Override
        protected Object resume(int state, @Nullable Object value, @Nullable Throwable error) throws Throwable {
            if (error != null) {
                throw error;
            }
            from.current = null;
            if (from.left == 0) {
                return false;
            }
            if (from.done.isEmpty() && !from.late) {
                Promise<@Nullable Void> arrival = new Joint<>(EventLoop.running("asCompleted"), from.running.keySet());
                from.arrival = arrival;
                Await.of(arrival);
                return suspend(1);
            }
            from.left--;
            if (from.done.isEmpty()) {
                throw new AsyncTimeoutException("the time of asCompleted is up, with one more task not done");
            }
            from.current = from.done.remove();
            return true;
        }

        @Override
        public StackTraceElement location(int state) {
            return Places.of("asCompleted");
        }
    }
}
