package dev.javait;

import dev.javait.frame.AwaitedTrace;
import dev.javait.frame.Driver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Task} and {@link Promise} have in common: something that is done once, and those who wait for that; asyncio's {@code Future}.
 *
 * <pre>
 *   PENDING --------&gt; SUCCEEDED   outcome is the value
 *      |------------&gt; FAILED      outcome is a {@link Failed}
 *      `------------&gt; CANCELLED   outcome is the CancelledError that ended it, to be thrown once, or its message, or null
 * </pre>
 *
 * Whoever waits is put into the ready queue when it is done, in the order in which they came, and never called on the spot.
 */
abstract sealed class Completion<T extends @Nullable Object> implements Awaitable<T> permits Promise, Task {
    private static final byte PENDING = 0;
    private static final byte SUCCEEDED = 1;
    private static final byte FAILED = 2;
    private static final byte CANCELLED = 3;

    final EventLoop loop;
    private @Nullable Object outcome;

    /** Null, a task, a callback, a gathering, or an {@link ArrayList} of these: a class, since asking whether something is of an interface is slow if it is not. */
    private @Nullable Object waiters;

    private byte state;

    Completion(EventLoop loop) {
        this.loop = loop;
    }

    /** Whether it has a value, has failed, or is cancelled; asyncio's {@code done}. */
    public final boolean isDone() {
        return state != PENDING;
    }

    /** Whether it ended by being cancelled; asyncio's {@code cancelled}. */
    public final boolean isCancelled() {
        return state == CANCELLED;
    }

    /** As {@link #cancel(String)}, without a message. */
    public final boolean cancel() {
        return cancel(null);
    }

    /**
     * Asks for it to end; asyncio's {@code cancel}.
     *
     * @param message the message of the {@link CancelledError} that comes of it
     * @return false if it is done already
     */
    public abstract boolean cancel(@Nullable String message);

    /**
     * Its value; asyncio's {@code result}. Waits for nothing.
     *
     * @throws CancelledError if it was cancelled
     * @throws IllegalStateException if it is not done; what it failed with, checked or not, if it failed
     */
    public final T result() {
        if (state != SUCCEEDED) {
            throw Sneaky.rethrow(failure());
        }
        return value();
    }

    /**
     * What it failed with, or null if it has a value; asyncio's {@code exception}.
     *
     * @throws CancelledError if it was cancelled
     * @throws IllegalStateException if it is not done
     */
    public final @Nullable Throwable exception() {
        return switch (state) {
            case SUCCEEDED -> null;
            case FAILED -> failure();
            default -> throw Sneaky.rethrow(failure());
        };
    }

    /** A future that is done when this is; cancelling it cancels this, in a turn of its loop. Made on the loop's thread; may be used, and cancelled, on any.
     * What was cancelled is a {@code CancellationException} there; what failed fails it with the same object. asyncio's {@code wrap_future}, the other
     * way round. */
    public final CompletableFuture<T> toCompletableFuture() {
        LoopFuture<T> future = new LoopFuture<>(loop);
        future.follow(this);
        return future;
    }

    /** A coroutine that waits for this; cancelled, it cancels this too. */
    @Override
    public final Coroutine<T> toCoroutine() {
        return new Waiting<>(this);
    }

    final boolean hasSucceeded() {
        return state == SUCCEEDED;
    }

    /** The value, given that it succeeded; null only where T may be. */
    @SuppressWarnings({"unchecked", "NullAway"})
    final T value() {
        return (T) outcome;
    }

    /** What awaiting it throws, given that it did not succeed. */
    final Throwable failure() {
        if (state == FAILED && outcome instanceof Failed failed) {
            return failed.retrieve();
        }
        if (state != CANCELLED) {
            return new IllegalStateException(this + " is not done yet; await it, or ask isDone() first");
        }
        if (outcome instanceof CancelledError error) {
            outcome = error.getMessage();
            return error;
        }
        return new CancelledError((String) outcome);
    }

    /**
     * Its value, given that it is done; what it failed with shows the caller in its trace, as one that awaits it.
     *
     * @param driver of the running task, or null outside of all tasks
     * @param task the number of that task
     */
    final T resultHere(@Nullable Driver driver, int task) {
        if (state == SUCCEEDED) {
            return value();
        }
        Throwable failure = failure();
        trace(failure).thrownHere(driver, task);
        throw Sneaky.rethrow(failure);
    }

    /** The trace of {@code failure}, which awaiting it throws. */
    final AwaitedTrace trace(Throwable failure) {
        return state == FAILED && outcome instanceof Failed failed
                ? failed.trace()
                : new AwaitedTrace(failure, number());
    }

    /** That of a task; to who waits for something else, {@link AwaitedTrace#NO_TASK}. */
    int number() {
        return AwaitedTrace.NO_TASK;
    }

    /** Says that nobody needs to be told of its failure. */
    final void markRetrieved() {
        if (outcome instanceof Failed failed && state == FAILED) {
            failed.retrieve();
        }
    }

    final void succeed(@Nullable Object value) {
        settle(SUCCEEDED, value);
    }

    final void failWith(Throwable error) {
        settle(FAILED, new Failed(this, error, null));
    }

    /** Fails as {@code other}, which failed or was cancelled, has. */
    final void failAs(Completion<?> other) {
        Throwable error = other.failure();
        settle(FAILED, new Failed(this, error, other.trace(error)));
    }

    /** Ends it as cancelled, by an error that went through its code or with a message. */
    final void endCancelled(@Nullable Object errorOrMessage) {
        settle(CANCELLED, errorOrMessage);
    }

    /** Lets it be pending anew, without anybody who waits; for what no user ever sees. */
    final void reset() {
        state = PENDING;
        outcome = null;
    }

    private void settle(byte how, @Nullable Object what) {
        Object waiting = waiters;
        state = how;
        outcome = what;
        waiters = null;
        if (waiting instanceof Task<?>) {
            loop.ready.add(waiting);
        } else if (waiting instanceof ArrayList<?> several) {
            several.forEach(this::queue);
        } else if (waiting != null) {
            queue(waiting);
        }
    }

    private void queue(Object waiter) {
        if (waiter instanceof Gathering<?> gathering) {
            gathering.settled(this);
        } else {
            loop.ready.add(waiter);
        }
    }

    /** What it waits for: a task has one thing or none, a promise only what it knows of. For dumps. */
    Collection<? extends Completion<?>> parts() {
        return List.of();
    }

    /** Has a task or a callback queued when this is done: at once if it is. */
    final void whenDone(Object taskOrCallback) {
        if (state != PENDING) {
            loop.ready.add(taskOrCallback);
        } else {
            join(taskOrCallback);
        }
    }

    /** Has a gathering that is being made told when this, which is pending, is done; false if it will be told already. */
    final boolean gatherInto(Gathering<?> gathering) {
        Object last = waiters instanceof ArrayList<?> list ? list.get(list.size() - 1) : waiters;
        if (last == gathering) {
            return false;
        }
        join(gathering);
        return true;
    }

    private void join(Object waiter) {
        Object waiting = waiters;
        if (waiting == null) {
            waiters = waiter;
        } else if (waiting instanceof ArrayList<?>) {
            several(waiting).add(waiter);
        } else {
            ArrayList<Object> list = new ArrayList<>(4);
            list.add(waiting);
            list.add(waiter);
            waiters = list;
        }
    }

    /** Takes back a callback. */
    final void forget(Callback<?> callback) {
        if (waiters == callback) {
            waiters = null;
        } else if (waiters instanceof ArrayList<?>) {
            several(waiters).remove(callback);
        }
    }

    final void checkThread(String action) {
        loop.checkThread(this, action);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> several(Object waiters) {
        return (List<Object>) waiters;
    }

    final String stateName() {
        return switch (state) {
            case PENDING -> "pending";
            case SUCCEEDED -> "done";
            case FAILED -> "failed";
            default -> "cancelled";
        };
    }
}
