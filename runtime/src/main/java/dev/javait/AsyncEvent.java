package dev.javait;

import dev.javait.frame.Driver;
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
    private static final long AWAIT_SET = Driver.number("dev/javait/AsyncEvent.awaitSet()Ldev/javait/Coroutine;");

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
    @SuppressWarnings("unchecked") // as the call passes it on
    public Coroutine<@Nullable Void> awaitSet() {
        Driver driver = Driver.direct(AWAIT_SET);
        if (driver == null) {
            return new AwaitSet(this);
        }
        return (Coroutine<@Nullable Void>) Driver.passed(waitUnlessSet(), driver);
    }

    @Override
    public String toString() {
        return set ? "event that is set" : "event that is not set";
    }

    private @Nullable Object waitUnlessSet() {
        return set ? null : line.await(new SetTurn(line.here(), this));
    }

    private static final class AwaitSet extends LibraryFrame<@Nullable Void> {
        private final AsyncEvent event;

        AwaitSet(AsyncEvent event) {
            this.event = event;
        }

        @Override
        protected @Nullable Object resume(int state, @Nullable Object value, @Nullable Throwable error) {
            return event.waitUnlessSet();
        }

        @Override
        public StackTraceElement location(int state) {
            return Places.in("AsyncEvent", "awaitSet");
        }
    }

    private static final class SetTurn extends LeafTurn {
        SetTurn(EventLoop loop, AsyncEvent event) {
            super(loop, event);
        }

        @Override
        public @Nullable Object arrive(@Nullable Throwable error) throws Throwable {
            ((AsyncEvent) subject).line.leave(this);
            if (error != null) {
                throw error;
            }
            return null;
        }

        @Override
        public StackTraceElement location() {
            return Places.in("AsyncEvent", "awaitSet");
        }
    }
}
