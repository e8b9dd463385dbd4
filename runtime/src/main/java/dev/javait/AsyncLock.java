package dev.javait;

import dev.javait.frame.LibraryFrame;
import org.jspecify.annotations.Nullable;

/**
 * Lets one task at a time into a section; asyncio's {@code Lock}. Fair: tasks get it in the order in which they asked. It has no owner, so that another task may
 * release it, and a task that acquires it twice waits for itself. For tasks of one loop, not for threads: {@link #release} on another thread than that
 * of the loop to which it belongs, while that runs, is an {@link IllegalStateException}.
 *
 * <pre>
 *            acquire, nobody in line
 *   FREE -----------------------------&gt; HELD
 *    ^ `-- the first in line runs ------^  |
 *    `---------------- release ------------'
 * </pre>
 *
 * From {@link #release} until the first in line runs the lock is free, and nobody else gets it.
 */
public final class AsyncLock {
    private final Line line = new Line(this);
    private boolean held;

    /** A free lock, of no loop yet: it belongs to the one in which a task waits for it first. */
    public AsyncLock() {}

    /**
     * Waits until the lock is free and it is this task's turn; asyncio's {@code acquire}. If it is free, nothing waits and nobody else runs. A task that is
     * cancelled while it waits does not hold the lock; if its turn had come, the next one's has.
     *
     * @return a coroutine of what gives the lock back when it is closed; it fails with {@link IllegalStateException} if it has to wait and the lock belongs to another loop
     */
    public Coroutine<Held> acquire() {
        return new Acquire(this, "AsyncLock");
    }

    /**
     * Frees the lock, and lets the first in line go on; asyncio's {@code release}.
     *
     * @throws IllegalStateException if it is free
     */
    public void release() {
        checkThread();
        if (!held) {
            throw new IllegalStateException(
                    this
                            + " is not held, so it cannot be released; release it once for each acquire(), best by try (var held = await(lock.acquire()))");
        }
        held = false;
        line.wakeHead();
    }

    void checkThread() {
        line.checkThread();
    }

    /** Whether some task holds it; asyncio's {@code locked}. */
    public boolean isLocked() {
        return held;
    }

    @Override
    public String toString() {
        return held ? "held lock" : "free lock";
    }

    /** One {@code acquire}; afterwards what closes it. */
    static final class Acquire extends LibraryFrame<Held> implements Held {
        private final AsyncLock lock;
        private final String type;
        private @Nullable Turn turn;
        private boolean holds;

        Acquire(AsyncLock lock, String type) {
            this.lock = lock;
            this.type = type;
        }

        @Override
        protected @Nullable Object resume(int state, @Nullable Object value, @Nullable Throwable error)
                throws Throwable {
            Turn mine = turn;
            if (mine != null) {
                lock.line.leave(mine);
                turn = null;
            } else if (mustWait()) {
                mine = lock.line.joinAndWait();
                turn = mine;
                return suspend(1);
            }
            if (error != null) {
                if (!lock.held) {
                    lock.line.wakeHead();
                }
                throw error;
            }
            lock.held = true;
            holds = true;
            return this;
        }

        private boolean mustWait() {
            lock.checkThread();
            return lock.held || !lock.line.isAbandoned();
        }

        @Override
        public void close() {
            if (holds) {
                holds = false;
                lock.release();
            }
        }

        @Override
        public StackTraceElement location(int state) {
            return Places.in(type, "acquire");
        }
    }
}
