package dev.javait;

import org.jspecify.annotations.Nullable;

/** Something in the ready queue that is not a task: it runs once, in the context that was current when it was made. */
abstract class Handle {
    final Context context;

    /** The handle posted before this one; for {@link Inbox}. */
    @Nullable
    Handle next;

    Handle(Context context) {
        this.context = context;
    }

    /** Runs it; what it throws goes to the loop's handler of unhandled failures. */
    abstract void run();

    /** What {@link Unhandled} gives as its source. */
    abstract Object source();

    static Handle of(Context context, Runnable action) {
        return new Handle(context) {
            @Override
            void run() {
                action.run();
            }

            @Override
            Object source() {
                return action;
            }
        };
    }
}
