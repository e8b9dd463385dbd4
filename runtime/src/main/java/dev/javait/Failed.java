package dev.javait;

import dev.javait.frame.AwaitedTrace;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** What a task or promise failed with. {@link Unretrieved} keeps it until somebody has looked at it. */
final class Failed extends WeakReference<Completion<?>> {
    private final EventLoop loop;
    private final Throwable error;
    private final String subject;
    private final int task;
    private boolean retrieved;
    private @Nullable AwaitedTrace trace;

    /** @param trace what those who await it add to; null if that is what {@code error} has then */
    Failed(Completion<?> subject, Throwable error, @Nullable AwaitedTrace trace) {
        super(subject, subject.loop.unretrieved.collected);
        this.loop = subject.loop;
        this.subject = subject instanceof Task<?> task ? "task " + task.name() : "a promise";
        this.task = subject.number();
        this.error = error;
        this.trace = trace;
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

    AwaitedTrace trace() {
        AwaitedTrace known = trace;
        if (known == null) {
            known = new AwaitedTrace(error, task);
            trace = known;
        }
        return known;
    }

    void report() {
        loop.unhandled("the failure of " + subject + " was never retrieved", retrieve(), null);
    }
}
