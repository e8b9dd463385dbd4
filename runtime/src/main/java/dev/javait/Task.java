package dev.javait;

import dev.javait.frame.Await;
import dev.javait.frame.AwaitedTrace;
import dev.javait.frame.Frame;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine that runs on its own; asyncio's {@code Task}. Made by {@link Javait#createTask}, used on its loop's thread only; another thread goes through
 * {@link EventLoop#execute}. Changing it on a wrong thread while the loop runs is an {@link IllegalStateException}. The loop holds it until it is done;
 * asyncio's may be collected before.
 *
 * <pre>
 *            first step                    the awaited thing is done, or yieldNow
 *   queued ------------&gt; running  &lt;---------------------------------- queued
 *                         |   |                                          ^
 *          must wait      |   |  coroutine ended                         |
 *   waiting &lt;-------------'   `----------------&gt; done                    |
 *      `-----------------------------------------------------------------'
 * </pre>
 *
 * <p>How cancelling works, in full:
 *
 * <ol>
 *   <li>Every {@link #cancel} is counted; {@link #uncancel} takes one back.
 *   <li>A waiting task hands the request to what it waits for, so that it arrives at the innermost thing; when that ends as cancelled, the task is resumed
 *       with the {@link CancelledError} by the usual way.
 *   <li>If there is nothing to hand it to (the task runs, is queued, or what it waited for is done already), it is kept, and the next step begins with it.
 *   <li>One request is one error. A coroutine that catches it goes on undisturbed, and its task ends as if nothing had been.
 *   <li>A task that is cancelled before its first step ends without its body having run; one whose kept request was not delivered ends as cancelled.
 * </ol>
 *
 * @param <T> what its coroutine returns
 */
public final class Task<T extends @Nullable Object> extends Completion<T> {
    private static final byte FRESH = 0;
    private static final byte RUNNING = 1;
    private static final byte SUSPENDED = 2;

    /** The frame to go on with, or to begin with; null when it is done, and when it waits without one (after a tail call). Old while it runs. */
    private @Nullable Frame<?> innermost;

    /** What it waits for; null if it is queued because of nothing in particular. */
    private @Nullable Completion<?> waitingFor;

    Context context;
    private final int number;
    private byte phase = FRESH;

    /** What few tasks have. */
    private @Nullable Extras extras;

    /** For {@link TaskList}. */
    @Nullable
    Task<?> newer;

    @Nullable
    Task<?> older;

    private static final class Extras {
        @Nullable
        String name;

        int requests;
        boolean mustCancel;

        @Nullable
        String message;
    }

    Task(EventLoop loop, Frame<T> body, @Nullable String name, int number) {
        super(loop);
        this.innermost = body;
        this.context = loop.snapshot();
        this.number = number;
        if (name != null) {
            extras().name = name;
        }
    }

    /**
     * Asks the coroutine to end: it gets a {@link CancelledError} where it waits; asyncio's {@code cancel}. It may catch that, clean up, even go on.
     * Runs nothing on the spot: the task ends in a turn to come.
     *
     * @param message that of the {@link CancelledError}, null for none
     * @return false if the task is done already
     */
    @Override
    public boolean cancel(@Nullable String message) {
        checkThread("cancel");
        return !isDone() && request(message);
    }

    private boolean request(@Nullable String message) {
        // Along tasks that wait for tasks by a loop, however many they are; `trail` notices that they wait for each
        // other in a ring.
        Task<?> task = this;
        Task<?> trail = this;
        for (int steps = 1; ; steps++) {
            task.extras().requests++;
            Completion<?> awaited = task.waitingFor;
            if (awaited instanceof Task<?> next && !next.isDone() && next != trail) {
                task = next;
                if (Integer.bitCount(steps) == 1) {
                    trail = next;
                }
                continue;
            }
            if (awaited instanceof Promise<?> && awaited.cancel(message)) {
                return true;
            }
            Extras kept = task.extras();
            kept.mustCancel = true;
            kept.message = message;
            return true;
        }
    }

    /** For {@link CancelAll}, which hands requests on itself: so many came, and were taken by what this waits for, or not. */
    void requested(int times, boolean taken, @Nullable String message) {
        Extras mine = extras();
        mine.requests += times;
        if (!taken) {
            mine.mustCancel = true;
            mine.message = message;
        }
    }

    /** How many requests to cancel were made and not taken back; asyncio's {@code cancelling}. */
    public int cancelling() {
        return extras == null ? 0 : extras.requests;
    }

    /**
     * Takes back one request to cancel; only for whoever made it. If that was the last one, and it was not delivered yet, it will not be. asyncio's
     * {@code uncancel}, as it is since Python 3.13.
     *
     * @return how many are left
     */
    public int uncancel() {
        checkThread("uncancel");
        if (extras == null || extras.requests == 0) {
            return 0;
        }
        extras.requests--;
        if (extras.requests == 0) {
            extras.mustCancel = false;
        }
        return extras.requests;
    }

    /** Calls {@code action} when the task is done, in a turn of the loop of its own, in this context. Never on the spot. asyncio's
     * {@code add_done_callback}. What it throws, the loop's handler of unhandled failures is told. */
    public void onDone(Consumer<? super Task<T>> action) {
        checkThread("onDone");
        whenDone(new Callback<Task<T>>(this, action, loop.snapshot()));
    }

    @Override
    int number() {
        return number;
    }

    static int numberOf(@Nullable Task<?> task) {
        return task == null ? AwaitedTrace.NO_TASK : task.number;
    }

    /** The name it was made with, else {@code Task-} and a number; asyncio's {@code get_name}. */
    public String name() {
        return extras != null && extras.name != null ? extras.name : "Task-" + number;
    }

    /** Where it waits: a place in the source for each suspended method, the innermost first; empty when it is done, running, or has not begun; asyncio's
     * {@code get_stack}, which is the other way round. */
    public List<StackTraceElement> stack() {
        if (phase != SUSPENDED) {
            return List.of();
        }
        return loop.stackOf(waitingFor instanceof LeafTurn turn ? turn : null, innermost);
    }

    /** One step: from where it waited to where it waits next, or to its end. Throws nothing. */
    void step() {
        Completion<?> source = waitingFor;
        Object value = null;
        Throwable error = null;
        if (source != null) {
            waitingFor = null;
            if (source.hasSucceeded()) {
                value = source.value();
            } else {
                error = source.failure();
                if (!(source instanceof LeafTurn)) {
                    source.trace(error).thrownInto(innermost, number);
                }
            }
        }
        if (extras != null && extras.mustCancel) {
            extras.mustCancel = false;
            if (!(error instanceof CancelledError)) {
                error = new CancelledError(extras.message);
            }
        }
        loop.enter(this);
        try {
            boolean fresh = phase == FRESH;
            phase = RUNNING;
            Object result;
            if (source instanceof LeafTurn turn) {
                result = loop.resume(turn, innermost, error);
            } else {
                result = fresh ? loop.begin(innermost, error) : loop.resume(innermost, value, error);
            }
            if (result == Await.SUSPENDED) {
                suspended();
            } else {
                returned(result);
            }
        } catch (CancelledError cancelled) {
            ended();
            endCancelled(cancelled);
        } catch (Throwable failure) {
            ended();
            failWith(failure);
        }
        loop.capture();
    }

    private void suspended() {
        phase = SUSPENDED;
        Frame<?> frame = loop.suspended();
        if (innermost != frame) {
            innermost = frame;
        }
        Completion<?> awaited = waitingFor;
        if (extras != null && extras.mustCancel && awaited != null && awaited.cancel(extras.message)) {
            extras.mustCancel = false;
        }
    }

    private void returned(@Nullable Object result) {
        ended();
        if (extras != null && extras.mustCancel) {
            extras.mustCancel = false;
            endCancelled(extras.message);
        } else {
            succeed(result);
        }
    }

    private void ended() {
        innermost = null;
        waitingFor = null;
        loop.ended(this);
    }

    /** What it waits for, for messages. */
    @Nullable
    Completion<?> awaited() {
        return waitingFor;
    }

    @Override
    Collection<? extends Completion<?>> parts() {
        Completion<?> awaited = waitingFor;
        return awaited == null ? List.of() : List.of(awaited);
    }

    /** Has the task queued when {@code completion} is done. */
    void waitFor(Completion<?> completion) {
        waitingFor = completion;
        completion.whenDone(this);
    }

    private Extras extras() {
        Extras existing = extras;
        if (existing == null) {
            existing = new Extras();
            extras = existing;
        }
        return existing;
    }

    @Override
    public String toString() {
        return stateName() + " task " + name();
    }
}
