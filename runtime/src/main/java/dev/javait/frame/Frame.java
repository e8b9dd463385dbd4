package dev.javait.frame;

import dev.javait.Coroutine;
import org.jspecify.annotations.Nullable;

/**
 * One call of an {@code @Async} method: the coroutine that its caller gets, the locals it saves while it waits, and where it goes on. A call that is
 * awaited on the spot has no frame before it waits.
 *
 * <pre>
 *            start                  returns a value, throws, leaves by a tail call
 *   FRESH ----------&gt; RUNNING ---------------------------------------------------&gt; DONE
 *                      |   ^
 *           suspend(k) |   | resume(k, value, error)
 *                      v   |
 *                     k &gt; 0
 * </pre>
 *
 * A frame is linked to the one that awaits it only when something really suspends, from the innermost out, while the Java stack unwinds.
 *
 * @param <T> what the method returns in the end
 */
public abstract class Frame<T extends @Nullable Object> implements Coroutine<T> {
    static final int FRESH = 0;
    static final int RUNNING = -1;
    static final int DONE = -2;

    int state;

    /** The frame that waits for this one; null for the outermost frame of a task, and for one that nothing waits for yet. */
    @Nullable
    Frame<?> awaiter;

    /** Makes a coroutine; nothing of its body runs before it is awaited. */
    protected Frame() {
        if (Made.watching) {
            Made.made(this);
        }
    }

    /**
     * Makes the frame of a call that has been running without one, {@linkplain Driver#direct directly} on its caller's stack, and now has to wait.
     *
     * @param running what drives the call
     */
    protected Frame(Driver running) {
        state = RUNNING;
    }

    /**
     * Runs the body from {@code state} until it ends or waits. A generated class has one of its own, which its source does not
     * show, and so this one is not abstract.
     *
     * @param driver what drives it
     * @param state 0 to start, or what the last {@link #suspend} said
     * @param value what the awaited thing gave; to be taken by {@link Await#value} or its like
     * @param error what the awaited thing failed with, to be thrown where the body waits; null if it did not
     * @return the result of the coroutine, by {@link Await#done} or its like, or {@link Await#SUSPENDED}
     * @throws Throwable what the coroutine fails with
     */
    public @Nullable Object resume(Driver driver, int state, @Nullable Object value, @Nullable Throwable error)
            throws Throwable {
        throw new AbstractMethodError(getClass().getName() + ".resume");
    }

    /**
     * The place in the user's source where the body waits. As for {@link #resume}, a generated class has one of its own.
     *
     * @param state as in {@link #resume}; 0 is where the body begins
     */
    public StackTraceElement location(int state) {
        throw new AbstractMethodError(getClass().getName() + ".location");
    }

    /**
     * What a generated class's {@link #location} gives.
     *
     * @param line where the method begins
     * @param waits at the index of each state that waits, how many lines behind {@code line} it does
     */
    protected static StackTraceElement place(
            int state, String type, String method, String file, int line, String waits) {
        int behind = state > 0 && state < waits.length() ? waits.charAt(state) : 0;
        return new StackTraceElement(type, method, file, line + behind);
    }

    /**
     * Notes where to go on, and links to this frame the one that it waits for.
     *
     * @return {@link Await#SUSPENDED}, for the body to return
     */
    public final Object suspend(Driver driver, int state) {
        this.state = state;
        Frame<?> child = driver.unlinked;
        if (child == null) {
            if (driver.innermost != this) {
                driver.innermost = this;
            }
        } else if (child.awaiter != this) {
            child.awaiter = this;
        }
        if (driver.isDeep()) {
            driver.unlinked = this;
        }
        return Await.SUSPENDED;
    }

    /**
     * Notes the state, in another method of the body, to go on at.
     *
     * @param value what was awaited, if that state waits for it
     * @return {@link Await#ELSEWHERE}, for the method to return
     */
    public final Object jump(Driver driver, int state, @Nullable Object value) {
        this.state = state;
        driver.keepResult(value);
        return Await.ELSEWHERE;
    }

    /** The state that {@link #jump} has noted. */
    public final int elsewhere() {
        int noted = state;
        state = RUNNING;
        return noted;
    }

    /** What it means that somebody awaits this frame although it is not fresh. */
    IllegalStateException misused() {
        String what = state == DONE ? "was already awaited" : "is already being awaited";
        return new IllegalStateException(
                this + " " + what + ", and a coroutine runs only once. To await it more than once,"
                        + " make a task of it, createTask(...), and await the task");
    }

    /** The coroutine's method and the place of its source, as {@code coroutine Downloads.fetch(Downloads.java:12)}. */
    @Override
    public String toString() {
        return "coroutine " + Traces.tidy(location(FRESH));
    }
}
