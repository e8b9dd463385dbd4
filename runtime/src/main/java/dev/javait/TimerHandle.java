package dev.javait;

/** A function that is to be called at a time, as {@link EventLoop#schedule} gives it; asyncio's {@code TimerHandle}. */
public final class TimerHandle extends Handle {
    final long when;
    final long order;
    private final Timers timers;
    private final Runnable action;
    private boolean cancelled;

    /** Whether it is still in the heap. */
    boolean waiting = true;

    TimerHandle(Timers timers, long when, long order, Runnable action, Context context) {
        super(context);
        this.timers = timers;
        this.when = when;
        this.order = order;
        this.action = action;
    }

    /**
     * Makes sure that the function is not called, if it was not yet; asyncio's {@code cancel}. Cancelling twice is no harm.
     *
     * @throws IllegalStateException if its loop runs on another thread
     */
    public void cancel() {
        timers.checkThread(this);
        if (!cancelled) {
            cancelled = true;
            if (waiting) {
                timers.cancelled();
            }
        }
    }

    /** Whether {@link #cancel} was called, in time or not; asyncio's {@code cancelled}. */
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    void run() {
        if (!cancelled) {
            action.run();
        }
    }

    @Override
    public String toString() {
        return (cancelled ? "cancelled timer for " : "timer for ") + action;
    }

    @Override
    Object source() {
        return action;
    }
}
