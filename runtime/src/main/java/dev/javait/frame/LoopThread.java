package dev.javait.frame;

import org.jspecify.annotations.Nullable;

/** A thread that the library makes for a loop, and that knows it: asking it is quicker than a thread local. Daemon as the thread that makes it, unless told. */
public final class LoopThread extends Thread {
    /** What this thread drives. */
    @Nullable
    Driver driver;

    /** Makes a thread that has not started. */
    public LoopThread(Runnable action, String name) {
        super(action, name);
    }
}
