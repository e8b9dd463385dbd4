package dev.javait;

import dev.javait.frame.Await;
import dev.javait.frame.LibraryFrame;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where so many tasks wait for one another, again and again; asyncio's {@code Barrier}. For tasks of one loop, not for threads.
 *
 * <pre>
 *             the last one arrives                the last one has left
 *   FILLING ------------------------&gt; DRAINING -----------------------&gt; FILLING
 *      |                                                                    ^ ^
 *      |  reset, tasks wait                       the last one has left     | |
 *      |---------------------------&gt; RESETTING -----------------------------' |
 *      |  abort, in any state                                                 |
 *      `---------------------------&gt; BROKEN -----------------------------------'  reset, when nobody waits
 * </pre>
 *
 * Whoever comes while it is DRAINING or RESETTING waits outside for it to be FILLING again. RESETTING and BROKEN throw {@link BarrierBrokenException} to the tasks inside.
 * What waits fails with {@link IllegalStateException} if the barrier belongs to another loop.
 */
public final class AsyncBarrier {
    private enum State {
        FILLING,
        DRAINING,
        RESETTING,
        BROKEN
    }

    private final AsyncCondition changed = new AsyncCondition();
    private final int parties;
    private State state = State.FILLING;

    /** Tasks inside. */
    private int inside;

    /**
     * A barrier for {@code parties} tasks, of no loop yet: it belongs to the one in which a task waits at it first.
     *
     * @throws IllegalArgumentException if that is less than one
     */
    public AsyncBarrier(int parties) {
        if (parties < 1) {
            throw new IllegalArgumentException("a barrier for " + parties + " tasks makes no sense; 1 is the least");
        }
        this.parties = parties;
    }

    /**
     * Waits until as many tasks have arrived as the barrier is for; asyncio's {@code wait}. A task that is cancelled while it waits has not arrived, and the
     * others wait for one more; if the last one has arrived already, they go on all the same.
     *
     * @return a coroutine of how many tasks had arrived before this one: 0 for the first, parties - 1 for the last. It fails with
     *     {@link BarrierBrokenException} if the barrier is reset or aborted meanwhile, or was aborted before
     */
    public Coroutine<Integer> arrive() {
        return new Arrive(this);
    }

    /** Makes the barrier as new; tasks that wait get a {@link BarrierBrokenException}. asyncio's {@code reset}, a coroutine too;
     * cancelled while it waits for others to be out of the way, it has changed nothing. */
    public Coroutine<@Nullable Void> reset() {
        return new Change(this, "reset");
    }

    /** Breaks the barrier: tasks that wait, and those that come, get a {@link BarrierBrokenException}. asyncio's {@code abort}, a
     * coroutine too; cancelled while it waits for others to be out of the way, it has changed nothing. */
    public Coroutine<@Nullable Void> abort() {
        return new Change(this, "abort");
    }

    /** How many tasks it is for; asyncio's {@code parties}. */
    public int parties() {
        return parties;
    }

    /** How many tasks wait for the others; asyncio's {@code n_waiting}. */
    public int waiting() {
        return state == State.FILLING ? inside : 0;
    }

    /** Whether it was aborted; asyncio's {@code broken}. */
    public boolean isBroken() {
        return state == State.BROKEN;
    }

    @Override
    public String toString() {
        return state.name().toLowerCase(Locale.ROOT) + " barrier with " + inside + " of " + parties + " tasks";
    }

    private boolean isClosedForNow() {
        return state == State.DRAINING || state == State.RESETTING;
    }

    private void checkEntered() {
        if (state == State.BROKEN) {
            throw new BarrierBrokenException(this + " was aborted; reset() makes it as new");
        }
    }

    private void checkPassed() {
        if (state == State.BROKEN || state == State.RESETTING) {
            throw new BarrierBrokenException(
                    this + " was " + (state == State.BROKEN ? "aborted" : "reset") + " while a task waited at it");
        }
    }

    private void leave() {
        inside--;
        if (inside == 0) {
            if (isClosedForNow()) {
                state = State.FILLING;
            }
            changed.signalAll();
        }
    }

    private static final class Arrive extends LibraryFrame<Integer> {
        private static final int LOCKED = 1;
        private static final int LET_IN = 2;
        private static final int LET_OUT = 3;

        private final AsyncBarrier barrier;
        private int index = -1;

        Arrive(AsyncBarrier barrier) {
            this.barrier = barrier;
        }

        @Override
        @SuppressWarnings("fallthrough")
        protected @Nullable Object resume(int state, @Nullable Object value, @Nullable Throwable error)
                throws Throwable {
            AsyncCondition changed = barrier.changed;
            if (state == 0 && Await.of(changed.acquire()) == Await.SUSPENDED) {
                return suspend(LOCKED);
            }
            if (state == LOCKED && error != null) {
                throw error;
            }
            boolean suspends = false;
            try {
                if (error != null) {
                    throw error;
                }
                switch (state) {
                    case 0, LOCKED:
                        suspends = Await.of(changed.awaitUntil(() -> !barrier.isClosedForNow())) == Await.SUSPENDED;
                        if (suspends) {
                            return suspend(LET_IN);
                        }
                    // fall through
                    case LET_IN:
                        suspends = enter();
                        if (suspends) {
                            return suspend(LET_OUT);
                        }
                    // fall through
                    default:
                        barrier.checkPassed();
                        return index;
                }
            } finally {
                if (!suspends) {
                    if (index >= 0) {
                        barrier.leave();
                    }
                    changed.release();
                }
            }
        }

        /** Whether it must wait for the others. */
        private boolean enter() throws Throwable {
            barrier.checkEntered();
            index = barrier.inside++;
            if (barrier.inside == barrier.parties) {
                barrier.state = State.DRAINING;
                barrier.changed.signalAll();
                return false;
            }
            return Await.of(barrier.changed.awaitUntil(() -> barrier.state != State.FILLING)) == Await.SUSPENDED;
        }

        @Override
        public StackTraceElement location(int state) {
            return Places.in("AsyncBarrier", "arrive");
        }
    }

    private static final class Change extends LibraryFrame<@Nullable Void> {
        private final AsyncBarrier barrier;
        private final String method;

        Change(AsyncBarrier barrier, String method) {
            this.barrier = barrier;
            this.method = method;
        }

        @Override
        protected @Nullable Object resume(int state, @Nullable Object value, @Nullable Throwable error)
                throws Throwable {
            if (error != null) {
                throw error;
            }
            if (state == 0 && Await.of(barrier.changed.acquire()) == Await.SUSPENDED) {
                return suspend(1);
            }
            if (method.equals("abort")) {
                barrier.state = State.BROKEN;
            } else {
                barrier.state = barrier.inside > 0 ? State.RESETTING : State.FILLING;
            }
            barrier.changed.signalAll();
            barrier.changed.release();
            return null;
        }

        @Override
        public StackTraceElement location(int state) {
            return Places.in("AsyncBarrier", method);
        }
    }
}
