package dev.javait;

import java.lang.ref.WeakReference;

/** What a task or promise failed with. {@link Unretrieved} keeps it until somebody has looked at it. */
final class Failed extends WeakReference<Completion<?>> {
    private final EventLoop loop;
    private final Throwable error;
    private final String subject;
    private boolean retrieved;

    Failed(Completion<?> subject, Throwable error) {
        super(subject, subject.loop.unretrieved.collected);
        this.loop = subject.loop;
        this.subject = subject instanceof Task<?> task ? "task " + task.name() : "a promise";
        this.error = error;
        loop.unretrieved.add(this);
    }

    /** The error, for somebody who does something about it. */
    Throwable retrieve() {
        if (!retrieved) {
            retrieved = true;
            loop.unretrieved.remove(this);
        }
        return error;
    }

    void report() {
        loop.unhandled("the failure of " + subject + " was never retrieved", retrieve(), null);
    }
}
