package dev.javait;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values of context variables that one task sees. Immutable, so that a task's copy of its creator's costs nothing; a program has few variables, so that
 * going through them is quicker than hashing.
 */
final class Context {
    static final Context EMPTY = new Context(new Object[0]);

    private static final ThreadLocal<Context> OF_THREAD = ThreadLocal.withInitial(() -> EMPTY);

    /** Variable, value, variable, value. */
    private final @Nullable Object[] entries;

    private Context(@Nullable Object[] entries) {
        this.entries = entries;
    }

    /** That of the running task or callback; on a thread without a loop, the thread's own. */
    static Context current() {
        EventLoop loop = EventLoop.runningOrNull();
        return loop == null ? OF_THREAD.get() : loop.context();
    }

    void makeCurrent() {
        EventLoop loop = EventLoop.runningOrNull();
        if (loop == null) {
            OF_THREAD.set(this);
        } else {
            loop.setContext(this);
        }
    }

    /** Where {@code variable} stands; negative if it has no value. */
    int find(ContextVar<?> variable) {
        for (int i = 0; i < entries.length; i += 2) {
            if (entries[i] == variable) {
                return i;
            }
        }
        return -1;
    }

    /** The value at a place that {@link #find} gave. */
    @Nullable
    Object at(int place) {
        return entries[place + 1];
    }

    Context with(ContextVar<?> variable, @Nullable Object value) {
        int place = find(variable);
        @Nullable Object[] copy = Arrays.copyOf(entries, place < 0 ? entries.length + 2 : entries.length);
        int at = place < 0 ? entries.length : place;
        copy[at] = variable;
        copy[at + 1] = value;
        return new Context(copy);
    }

    Context without(ContextVar<?> variable) {
        int place = find(variable);
        if (place < 0) {
            return this;
        }
        @Nullable Object[] copy = new @Nullable Object[entries.length - 2];
        System.arraycopy(entries, 0, copy, 0, place);
        System.arraycopy(entries, place + 2, copy, place, copy.length - place);
        return new Context(copy);
    }
}
