package dev.javait;

import dev.javait.frame.Await;
import dev.javait.frame.LibraryFrame;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened or not, for tasks to wait for; asyncio's {@code Event}. For tasks of one loop, not for threads: {@link #set} or
 * {@link #clear} on another thread than that of the loop to which it belongs, while that runs, is an {@link IllegalStateException}.
 *
 * <pre>
 *            set: all who wait go on
 *   CLEAR ---------------------------&gt; SET
 *     ^                                 |
 *     `------------- clear -------------'
 * </pre>
 */
public final class AsyncEvent {
    private final Line line = new Line(this);
    private boolean set;

    /** An event that has not happened, of no loop yet: it belongs to the one in which a task waits for it first. */
    public AsyncEvent() {}

    /** It has happened: everybody who waits goes on, even if it is cleared before they run; asyncio's {@code set}. */
    public void set() {
        line.checkThread();
        if (!set) {
            set = true;
            line.wake(Integer.MAX_VALUE);
        }
    }

    /** It has not happened: whoever comes from now on waits; asyncio's {@code clear}. */
    public void clear() {
        line.checkThread();
        set = false;
    }

    /** Whether it has happened; asyncio's {@code is_set}. */
    public boolean isSet() {
        return set;
    }

    /**
     * Waits until it has happened; asyncio's {@code wait}. If it has, nothing waits and nobody else runs. A task that is cancelled just leaves, and the
     * others wait on.
     *
     * @return a coroutine that fails with {@link IllegalStateException} if it has to wait and the event belongs to another loop
     */
    public Coroutine<@Nullable Void> awaitSet() {
        return new AwaitSet(this);
    }

    @Override
    public String toString() {
        return set ? "event that is set" : "event that is not set";
    }

    private static final class AwaitSet extends LibraryFrame<@Nullable Void> {
        private final AsyncEvent event;
        private @Nullable Turn turn;

        AwaitSet(AsyncEvent event) {
            this.event = event;
        }

        @Override
        protected @Nullable Object resume(int state, @Nullable Object value, @Nullable Throwable error)
                throws Throwable {
            Turn mine = turn;
            if (mine != null) {
                event.line.leave(mine);
            } else if (!event.set) {
                mine = event.line.join();
                turn = mine;
                Await.of(mine);
                return suspend(1);
            }
            if (error != null) {
                throw error;
            }
            return null;
        }

        @Override
        public StackTraceElement location(int state) {
            return Places.in("AsyncEvent", "awaitSet");
        }
    }
}
