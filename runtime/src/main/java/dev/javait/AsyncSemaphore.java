package dev.javait;

import dev.javait.frame.LibraryFrame;
import org.jspecify.annotations.Nullable;

/**
 * Lets so many tasks at a time into a section; asyncio's {@code Semaphore} and, by {@link #bounded}, {@code BoundedSemaphore}. Fair: tasks get a permit in the order in
 * which they asked. For tasks of one loop, not for threads: {@link #release} on another thread than that of the loop to which it belongs,
 * while that runs, is an {@link IllegalStateException}.
 *
 * <pre>
 *   permits that are left: n
 *     acquire, n &gt; 0 and nobody in line     n - 1
 *     release, nobody in line                n + 1
 *     release, somebody in line              n: the permit is that one's from here on
 * </pre>
 */
public final class AsyncSemaphore {
    private final Line line = new Line(this);
    private final int bound;
    private int permits;

    /**
     * A semaphore, of no loop yet, to which permits may be added, by more releases than acquires.
     *
     * @throws IllegalArgumentException if {@code permits} is negative
     */
    public AsyncSemaphore(int permits) {
        this(permits, Integer.MAX_VALUE);
    }

    private AsyncSemaphore(int permits, int bound) {
        if (permits < 0) {
            throw new IllegalArgumentException("a semaphore cannot begin with " + permits + " permits; 0 is the least");
        }
        this.permits = permits;
        this.bound = bound;
    }

    /**
     * A semaphore that never has more than {@code permits}, and says so when it is released too often; asyncio's {@code BoundedSemaphore}.
     *
     * @throws IllegalArgumentException if {@code permits} is negative
     */
    public static AsyncSemaphore bounded(int permits) {
        return new AsyncSemaphore(permits, permits);
    }

    /**
     * Waits for a permit; asyncio's {@code acquire}. If one is there and nobody waits for it, nothing waits and nobody else runs. A task that is cancelled while it waits
     * has none; one that it was given goes to the next.
     *
     * @return a coroutine of what gives the permit back when it is closed; it fails with {@link IllegalStateException} if it has to wait and the semaphore belongs to
     *     another loop
     */
    public Coroutine<Held> acquire() {
        return new Acquire(this);
    }

    /**
     * Gives a permit to the first in line, or keeps it for whoever comes; asyncio's {@code release}.
     *
     * @throws IllegalStateException if a {@linkplain #bounded bounded} semaphore has all its permits already
     */
    public void release() {
        line.checkThread();
        if (permits >= bound) {
            throw new IllegalStateException(
                    this + " was released more often than acquired; release it once for each acquire(),"
                            + " best by try (var held = await(semaphore.acquire()))");
        }
        permits++;
        permits -= line.wake(1);
    }

    /** Whether an {@link #acquire} would have to wait: no permit is left, or others are in line; asyncio's {@code locked}. */
    public boolean isLocked() {
        return permits == 0 || !line.isAbandoned();
    }

    @Override
    public String toString() {
        return "semaphore with " + permits + " permits left" + (bound == Integer.MAX_VALUE ? "" : " of " + bound);
    }

    /** One {@code acquire}; afterwards what closes it. */
    private static final class Acquire extends LibraryFrame<Held> implements Held {
        private final AsyncSemaphore semaphore;
        private @Nullable Turn turn;
        private boolean holds;

        Acquire(AsyncSemaphore semaphore) {
            this.semaphore = semaphore;
        }

        @Override
        protected @Nullable Object resume(int state, @Nullable Object value, @Nullable Throwable error)
                throws Throwable {
            Turn mine = turn;
            if (mine != null) {
                turn = null;
                left(mine, error);
            } else if (mustWait()) {
                mine = semaphore.line.joinAndWait();
                turn = mine;
                return suspend(1);
            } else {
                semaphore.permits--;
            }
            if (error != null) {
                throw error;
            }
            holds = true;
            return this;
        }

        private boolean mustWait() {
            semaphore.line.checkThread();
            return semaphore.isLocked();
        }

        /** Its turn has come or it was cancelled. Whoever came meanwhile had to wait behind it even if permits were left, and gets them now. */
        private void left(Turn mine, @Nullable Throwable error) {
            semaphore.line.leave(mine);
            if (error != null && !mine.isCancelled()) {
                semaphore.permits++;
            }
            semaphore.permits -= semaphore.line.wake(semaphore.permits);
        }

        @Override
        public void close() {
            if (holds) {
                holds = false;
                semaphore.release();
            }
        }

        @Override
        public StackTraceElement location(int state) {
            return Places.in("AsyncSemaphore", "acquire");
        }
    }
}
