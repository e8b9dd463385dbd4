package dev.javait;

import dev.javait.frame.LibraryFrame;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A limit on the time that a block takes, as {@link Javait#timeout} makes it; asyncio's {@code Timeout}.
 *
 * <pre>
 *            the time is up: cancel the task           the block is left
 *   ENTERED ---------------------------------&gt; EXPIRING ----------------&gt; EXPIRED
 *      `--------------------------------------------------------------&gt; EXITED
 *                              the block is left
 * </pre>
 *
 * When the time is up, the task that entered the block is cancelled. If the block is then left by that {@link CancelledError}, and nobody else asked for
 * the task to be cancelled, {@link AsyncTimeoutException} is thrown in its place; in every other case what happens in the block counts. If it fails with something that
 * has the {@code CancelledError} among its causes, the {@code AsyncTimeoutException} is suppressed in what was thrown because of that, so that its trace says that the time
 * was up. (asyncio puts it between the two; in Java a cause stays what it is.)
 *
 * <p>Used on the loop's thread only, by any task of it.
 */
public final class Timeout implements AsyncScope {
    private enum State {
        ENTERED,
        EXPIRING,
        EXPIRED,
        EXITED
    }

    private final EventLoop loop;
    private final Task<?> task;
    private final int requestsBefore;
    private State state = State.ENTERED;

    /** In the loop's time, in nanoseconds; null: never. */
    private @Nullable Long when;

    private @Nullable TimerHandle timer;

    private Timeout(EventLoop loop, Task<?> task) {
        this.loop = loop;
        this.task = task;
        this.requestsBefore = task.cancelling();
    }

    static Timeout enter(String function, @Nullable Duration delay) {
        EventLoop loop = EventLoop.running(function);
        Task<?> task = loop.stepping;
        if (task == null) {
            throw new IllegalStateException(
                    function + " in a callback: only a task can be limited in time; use createTask(...) there");
        }
        Timeout timeout = new Timeout(loop, task);
        timeout.set(delay == null ? null : loop.deadline(LoopClock.nanos(delay)));
        return timeout;
    }

    /** When the time is up, in {@link EventLoop#time}; null: never. asyncio's {@code when}. */
    public @Nullable Duration when() {
        return when == null ? null : Duration.ofNanos(when);
    }

    /**
     * Sets another time; asyncio's {@code reschedule}.
     *
     * @param when in {@link EventLoop#time}, null for never; a time that is past ends the block at its next await that waits
     * @throws IllegalStateException if the time is up, the block is left, or the loop runs on another thread
     */
    public void reschedule(@Nullable Duration when) {
        loop.checkThread(this, "reschedule");
        if (state != State.ENTERED) {
            throw new IllegalStateException(
                    this + " is over and cannot be rescheduled; enter a new one with timeout(...)");
        }
        set(when == null ? null : LoopClock.nanos(when));
    }

    /** Whether the time was up before the block was left, whatever became of that; asyncio's {@code expired}. */
    public boolean expired() {
        return state == State.EXPIRING || state == State.EXPIRED;
    }

    private void set(@Nullable Long deadline) {
        when = deadline;
        if (timer != null) {
            timer.cancel();
        }
        timer = deadline == null ? null : loop.at(deadline, this::timeUp);
    }

    private void timeUp() {
        task.cancel();
        state = State.EXPIRING;
        timer = null;
    }

    /** Ends the scope; gives what to throw in place of {@code error}, or null if that stays what it is. */
    @Nullable
    Throwable leave(@Nullable Throwable error) {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
        if (state == State.ENTERED) {
            state = State.EXITED;
        }
        if (state != State.EXPIRING) {
            return null;
        }
        state = State.EXPIRED;
        boolean ours = task.uncancel() <= requestsBefore;
        if (!ours || error == null) {
            return null;
        }
        if (error instanceof CancelledError cancelled) {
            return timeIsUp(cancelled);
        }
        explain(error);
        for (Throwable other : error.getSuppressed()) { // a group throws the first failure with the others in it
            explain(other);
        }
        return null;
    }

    /** Adds to what a cancellation is the cause of that the time was up. */
    private void explain(Throwable error) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Throwable effect = error;
        for (Throwable cause = effect.getCause(); cause != null && seen.add(cause); cause = effect.getCause()) {
            if (cause instanceof CancelledError cancelled) {
                effect.addSuppressed(timeIsUp(cancelled));
                return;
            }
            effect = cause;
        }
    }

    private AsyncTimeoutException timeIsUp(CancelledError cancelled) {
        return new AsyncTimeoutException("the time is up: " + this, cancelled);
    }

    /**
     * Ends the limit, and throws {@link AsyncTimeoutException} in place of {@code error} where that came of it. Waits for nothing. Python's
     * {@code __aexit__}; for {@code try}.
     */
    @Override
    public Coroutine<Boolean> exit(@Nullable Throwable error) {
        return new Exit(this, error);
    }

    @Override
    public String toString() {
        Duration until = when();
        return "timeout in state " + state + " (" + (until == null ? "no limit" : "at " + until) + ")";
    }

    private static final class Exit extends LibraryFrame<Boolean> {
        private final Timeout timeout;
        private final @Nullable Throwable error;

        Exit(Timeout timeout, @Nullable Throwable error) {
            this.timeout = timeout;
            this.error = error;
        }

        @Override
        protected Object resume(int state, @Nullable Object value, @Nullable Throwable ignored) throws Throwable {
            Throwable instead = timeout.leave(error);
            if (instead != null) {
                throw instead;
            }
            return false;
        }

        @Override
        public StackTraceElement location(int state) {
            return Places.in("Timeout", "exit");
        }
    }
}
