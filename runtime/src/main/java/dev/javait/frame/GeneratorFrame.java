package dev.javait.frame;

import dev.javait.AsyncIterable;
import dev.javait.AsyncIterator;
import dev.javait.Coroutine;
import org.jspecify.annotations.Nullable;

/**
 * One call of an {@code @Async} method that returns an {@code AsyncIterable}: an async generator, and its own only iterator.
 *
 * <pre>
 *            moveNext               emit(k)
 *   FRESH -------------&gt; RUNNING ---------------&gt; k &gt; 0
 *     |                   |   ^                    |
 *     |       body ended  |   `--------------------'
 *     | close             |     moveNext, or close: a signal is thrown into the body
 *     `-----------&gt; DONE &lt;'
 * </pre>
 *
 * While it is RUNNING it is a frame as any other, started and suspended by the driver, whose awaiter is the frame of the {@code moveNext} or {@code close} that
 * runs it; an {@code emit} is how it then returns.
 *
 * @param <T> what it emits
 */
public abstract class GeneratorFrame<T extends @Nullable Object> extends Frame<@Nullable Void>
        implements AsyncIterable<T>, AsyncIterator<T> {
    /** What a body returns when it has emitted. */
    static final Object EMITTED = new Object() {
        @Override
        public String toString() {
            return "EMITTED";
        }
    };

    /** Where the body goes on; one of Frame's states. */
    private int at = FRESH;

    private @Nullable T current;

    /** The loop that moved it first. */
    private @Nullable Driver home;

    /** The home's list of generators that have begun and not ended. */
    @Nullable
    GeneratorFrame<?> before;

    @Nullable
    GeneratorFrame<?> after;

    /** Makes a generator; nothing of its body runs before the first {@code moveNext} is awaited. */
    protected GeneratorFrame() {
        if (Made.watching) {
            Made.started(this);
        }
        state = DONE; // as a coroutine: nobody can await it
    }

    /** This generator. */
    @Override
    public final AsyncIterator<T> iterator() {
        return this;
    }

    @Override
    public final Coroutine<Boolean> moveNext() {
        return new Move(this);
    }

    @Override
    public final Coroutine<@Nullable Void> close() {
        return new Close(this);
    }

    @Override
    @SuppressWarnings("NullAway") // null only where T may be: emit stored it
    public final T current() {
        if (at <= FRESH) {
            throw new IllegalStateException(
                    this + " has no current element: await its moveNext() first, and that must give true");
        }
        return current;
    }

    /**
     * Makes {@code value} the current element, and notes where to go on.
     *
     * @return for the body to return
     */
    @SuppressWarnings("unchecked")
    public final Object emit(int state, @Nullable Object value) {
        current = (T) value;
        at = state;
        return EMITTED;
    }

    /**
     * Runs the body from where it stopped.
     *
     * @param signal what to throw where it emitted last, or null
     * @return {@link #EMITTED}, {@link Await#SUSPENDED}, or anything else when it ended
     */
    final @Nullable Object go(@Nullable Throwable signal) throws Throwable {
        Driver driver = Driver.here();
        int from = at;
        if (home != driver) {
            settle(driver);
        }
        at = RUNNING;
        current = null;
        boolean ended = true;
        try {
            Object outcome = driver.again(this, from, signal);
            ended = outcome != EMITTED && outcome != Await.SUSPENDED;
            return outcome;
        } finally {
            if (ended) {
                end();
            }
        }
    }

    final boolean isFresh() {
        return at == FRESH;
    }

    final boolean isDone() {
        return at == DONE;
    }

    /** Whether a {@code moveNext} or {@code close} is under way. */
    final boolean isRunning() {
        return at == RUNNING;
    }

    /** It ended, by itself or because it must not go on. */
    final void end() {
        at = DONE;
        current = null;
        if (home != null) {
            home.forget(this);
        }
    }

    private void settle(Driver driver) {
        if (home != null) {
            throw new IllegalStateException(
                    this + " belongs to another event loop; a generator is used in the loop that first moved it");
        }
        home = driver;
        driver.remember(this);
    }

    final IllegalStateException busy(String action) {
        return new IllegalStateException(this + " cannot " + action
                + " while a moveNext() or close() of it runs: only one task at a time goes through a generator; call the method"
                + " again for another one, or share its elements by an AsyncQueue");
    }

    @Override
    final IllegalStateException misused() {
        return new IllegalStateException(this + " cannot be awaited; go through it with awaitEach(...)");
    }

    /** The generator's method and the place of its source. */
    @Override
    public String toString() {
        return "async generator " + Traces.tidy(location(FRESH));
    }
}
