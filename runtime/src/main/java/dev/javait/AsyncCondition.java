package dev.javait;

import dev.javait.frame.Await;
import dev.javait.frame.LibraryFrame;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A lock, and tasks that wait for a signal from whoever holds it; asyncio's {@code Condition}. For tasks of one loop, not for threads: {@link #signal}
 * or {@link #release} on another thread than that of the loop to which it belongs, while that runs, is an {@link IllegalStateException}.
 *
 * <pre>
 *   HOLDS THE LOCK --awaitSignal--&gt; WAITS FOR A SIGNAL --signal, or cancelled--&gt; WAITS FOR THE LOCK --&gt; HOLDS THE LOCK
 * </pre>
 *
 * A signal may come without cause: one whose receiver was cancelled goes to another. So wait in a loop, or by {@link #awaitUntil}.
 */
public final class AsyncCondition {
    private final Line line = new Line(this);
    private final AsyncLock lock;

    /** A condition with a lock of its own. */
    public AsyncCondition() {
        this(new AsyncLock());
    }

    /** A condition with a lock that others may share. */
    public AsyncCondition(AsyncLock lock) {
        this.lock = lock;
    }

    /** As {@link AsyncLock#acquire}, also when it is cancelled, of the condition's lock. */
    public Coroutine<Held> acquire() {
        return new AsyncLock.Acquire(lock, "AsyncCondition");
    }

    /** As {@link AsyncLock#release}, of the condition's lock. */
    public void release() {
        lock.release();
    }

    /** As {@link AsyncLock#isLocked}, of the condition's lock. */
    public boolean isLocked() {
        return lock.isLocked();
    }

    /**
     * Releases the lock, waits for a signal, and acquires the lock again; asyncio's {@code wait}. A task that is cancelled meanwhile waits for the lock all the same, and gets
     * its {@link CancelledError}, the last one of several, when it holds it.
     *
     * @return a coroutine that fails with {@link IllegalStateException} if the lock is not held, or the condition belongs to another loop
     */
    public Coroutine<@Nullable Void> awaitSignal() {
        return new AwaitSignal(this);
    }

    /**
     * Waits for signals until {@code condition} is true, which is asked before the first one and with the lock held; asyncio's {@code wait_for}. Otherwise as
     * {@link #awaitSignal}, also when it is cancelled; if it is true at once, nothing waits, and nobody asks whether the lock is held.
     *
     * @param condition called on the loop's thread; what it throws comes out of the await, with the lock held
     */
    public Coroutine<@Nullable Void> awaitUntil(BooleanSupplier condition) {
        return new AwaitUntil(this, condition);
    }

    /**
     * Signals to the first {@code count} tasks that wait; they go on, one after the other, when the lock is released. asyncio's {@code notify}.
     *
     * @param count how many at most; zero or less: none
     * @throws IllegalStateException if the lock is not held
     */
    public void signal(int count) {
        lock.checkThread();
        line.checkThread();
        checkHeld("signalled");
        line.wake(count);
    }

    /**
     * Signals to all tasks that wait; asyncio's {@code notify_all}.
     *
     * @throws IllegalStateException if the lock is not held
     */
    public void signalAll() {
        signal(Integer.MAX_VALUE);
    }

    private void checkHeld(String what) {
        if (!lock.isLocked()) {
            throw new IllegalStateException(this + " can be " + what
                    + " only with its lock held; do it inside try (var held = await(condition.acquire()))");
        }
    }

    @Override
    public String toString() {
        return "condition of a " + lock;
    }

    private static final class AwaitSignal extends LibraryFrame<@Nullable Void> {
        private static final int SIGNALLED = 1;
        private static final int LOCKING = 2;

        private final AsyncCondition condition;
        private @Nullable Turn turn;
        private @Nullable Throwable failure;

        AwaitSignal(AsyncCondition condition) {
            this.condition = condition;
        }

        @Override
        protected @Nullable Object resume(int state, @Nullable Object value, @Nullable Throwable error)
                throws Throwable {
            boolean locked = state == LOCKING && error == null;
            if (state == 0) {
                condition.checkHeld("awaited");
                Turn mine = condition.line.join();
                turn = mine;
                condition.release();
                Await.of(mine);
                return suspend(SIGNALLED);
            }
            if (turn != null) {
                condition.line.leave(turn);
                turn = null;
            }
            if (error != null) {
                failure = error;
            }
            if (!locked && Await.of(condition.acquire()) == Await.SUSPENDED) {
                return suspend(LOCKING);
            }
            if (failure != null) {
                condition.line.wake(1);
                throw failure;
            }
            return null;
        }

        @Override
        public StackTraceElement location(int state) {
            return Places.in("AsyncCondition", "awaitSignal");
        }
    }

    private static final class AwaitUntil extends LibraryFrame<@Nullable Void> {
        private final AsyncCondition condition;
        private final BooleanSupplier reached;

        AwaitUntil(AsyncCondition condition, BooleanSupplier reached) {
            this.condition = condition;
            this.reached = reached;
        }

        @Override
        protected @Nullable Object resume(int state, @Nullable Object value, @Nullable Throwable error)
                throws Throwable {
            if (error != null) {
                throw error;
            }
            while (!reached.getAsBoolean()) {
                if (Await.of(condition.awaitSignal()) == Await.SUSPENDED) {
                    return suspend(1);
                }
            }
            return null;
        }

        @Override
        public StackTraceElement location(int state) {
            return Places.in("AsyncCondition", "awaitUntil");
        }
    }
}
