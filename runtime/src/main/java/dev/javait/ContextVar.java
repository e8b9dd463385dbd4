package dev.javait;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A variable of which every task has its own value; Python's {@code contextvars.ContextVar}. A task begins with the values that its creator had; a coroutine
 * that is awaited directly shares those of its awaiter; a callback has those of the moment when it was given; {@link Javait#toThread} takes them along. A
 * thread that runs no loop has values of its own.
 *
 * <p>Meant for a few static final fields. Thread-safe: each thread and each task sees what is its own.
 *
 * @param <T> the type of the values
 */
public final class ContextVar<T extends @Nullable Object> {
    private final String name;
    private final boolean hasDefault;
    private final @Nullable T defaultValue;

    /**
     * A variable without a value to begin with.
     *
     * @param name for messages; others may have the same
     */
    public ContextVar(String name) {
        this(name, false, null);
    }

    /** A variable that has {@code defaultValue} where none was set. */
    public ContextVar(String name, T defaultValue) {
        this(name, true, defaultValue);
    }

    private ContextVar(String name, boolean hasDefault, @Nullable T defaultValue) {
        this.name = name;
        this.hasDefault = hasDefault;
        this.defaultValue = defaultValue;
    }

    /** The name that it was made with. */
    public String name() {
        return name;
    }

    /**
     * The value in this context, or the default; Python's {@code get}.
     *
     * @throws NoSuchElementException if there is neither
     */
    public T get() {
        Context context = Context.current();
        int place = context.find(this);
        if (place < 0 && !hasDefault) {
            throw new NoSuchElementException(this + " has no value here; set it first, or make it with a default");
        }
        return cast(place < 0 ? defaultValue : context.at(place));
    }

    /** The value in this context; {@code otherwise} if none was set, whatever the default. Python's {@code get(default)}. */
    public T orElse(T otherwise) {
        Context context = Context.current();
        int place = context.find(this);
        return place < 0 ? otherwise : cast(context.at(place));
    }

    /** Sets the value in this context, and says how to go back; Python's {@code set}. Other tasks that exist already do not see it. */
    public Token<T> set(T value) {
        Context context = Context.current();
        int place = context.find(this);
        Token<T> token = new Token<>(this, place >= 0, place < 0 ? null : context.at(place));
        context.with(this, value).makeCurrent();
        return token;
    }

    /**
     * Makes the value what it was before a {@link #set}; Python's {@code reset}.
     *
     * @throws IllegalArgumentException if the token is of another variable, or of another task
     * @throws IllegalStateException if it was used before
     */
    public void reset(Token<T> token) {
        token.use(this);
        Context context = Context.current();
        (token.hadValue ? context.with(this, token.before) : context.without(this)).makeCurrent();
    }

    @SuppressWarnings({"unchecked", "NullAway"})
    private T cast(@Nullable Object value) {
        return (T) value;
    }

    @Override
    public String toString() {
        return "context variable " + name;
    }

    /** What {@link #set} gives: the way back, for {@link #reset}, once and in the same task. Python's {@code Token}. */
    public static final class Token<T extends @Nullable Object> {
        private final ContextVar<T> variable;
        private final @Nullable Task<?> task = taskHere();
        private final boolean hadValue;
        private final @Nullable Object before;
        private boolean used;

        private Token(ContextVar<T> variable, boolean hadValue, @Nullable Object before) {
            this.variable = variable;
            this.hadValue = hadValue;
            this.before = before;
        }

        private static @Nullable Task<?> taskHere() {
            EventLoop loop = EventLoop.runningOrNull();
            return loop == null ? null : loop.stepping;
        }

        private void use(ContextVar<T> by) {
            if (by != variable) {
                throw new IllegalArgumentException("a token of " + variable + " cannot reset " + by);
            }
            if (task != taskHere()) {
                throw new IllegalArgumentException(
                        "a token of " + variable + " can only be used in the task that set it");
            }
            if (used) {
                throw new IllegalStateException("a token of " + variable + " was used already; each set has its own");
            }
            used = true;
        }
    }
}
