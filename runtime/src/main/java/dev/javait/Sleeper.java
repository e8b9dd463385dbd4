package dev.javait;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** How a loop's thread sleeps, and how other threads wake it by what they post. */
final class Sleeper {
    private final Inbox inbox;

    /** The thread, while it sleeps or is about to. Whoever posts looks here afterwards, the thread looks into the inbox afterwards: one of them sees the other. */
    private volatile @Nullable Thread asleep;

    Sleeper(Inbox inbox) {
        this.inbox = inbox;
    }

    /** Hands a handle to the loop; false if that is closed. Thread-safe. */
    boolean post(Handle handle) {
        boolean accepted = inbox.post(handle);
        Thread thread = asleep;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
        return accepted;
    }

    /**
     * Sleeps until something is posted, {@code clock} says {@code until}, or the thread is interrupted.
     *
     * @return false if it was interrupted
     */
    boolean sleep(LoopClock clock, long until) {
        asleep = Thread.currentThread();
        try {
            while (inbox.isEmpty()) {
                long left = until == Long.MAX_VALUE ? until : until - clock.nanos();
                if (left <= 0) {
                    return true;
                }
                LockSupport.parkNanos(this, left);
                if (Thread.interrupted()) {
                    return false;
                }
            }
            return true;
        } finally {
            asleep = null;
        }
    }
}
