package dev.javait;

import org.jspecify.annotations.Nullable;

/** A place in a {@link Line}: what a task waits for that stands there. */
sealed class Turn extends Promise<Object> permits LeafTurn {
    @Nullable
    Turn before;

    @Nullable
    Turn after;

    boolean inLine;

    /** What is waited for. */
    final Object subject;

    Turn(EventLoop loop, Object subject) {
        super(loop);
        this.subject = subject;
    }

    /** Lets the task that waits here go on. */
    void come() {
        succeed(null);
    }

    @Override
    public String toString() {
        return "its turn at a " + subject;
    }
}
