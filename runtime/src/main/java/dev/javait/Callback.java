package dev.javait;

import java.util.function.Consumer;

/** A function to be told that a task or promise is done; queued when it is. */
final class Callback<C extends Completion<?>> extends Handle {
    private final C subject;
    private final Consumer<? super C> action;

    Callback(C subject, Consumer<? super C> action, Context context) {
        super(context);
        this.subject = subject;
        this.action = action;
    }

    @Override
    void run() {
        action.accept(subject);
    }

    @Override
    Object source() {
        return subject;
    }
}
