package dev.javait;

import org.jspecify.annotations.Nullable;

/**
 * Tasks that wait for something, in the order in which they came. It belongs to the loop of the first one, as asyncio's primitives do, and is used in that
 * loop only.
 *
 * <p>A turn that has come, or was cancelled, stays in line until its task has run and left; those who give turns pass over it.
 */
final class Line {
    /** What is waited for, for messages. */
    private final Object subject;

    private final Home home;
    private @Nullable Turn first;
    private @Nullable Turn last;

    Line(Object subject) {
        this(subject, new Home(subject));
    }

    /** One of several lines at the same thing. */
    Line(Object subject, Home home) {
        this.subject = subject;
        this.home = home;
    }

    boolean isEmpty() {
        return first == null;
    }

    /** Whether everybody in line was cancelled, or nobody is there. */
    boolean isAbandoned() {
        for (Turn turn = first; turn != null; turn = turn.after) {
            if (!turn.isCancelled()) {
                return false;
            }
        }
        return true;
    }

    /** A new turn, the last one. */
    Turn join() {
        Turn turn = new Turn(here(), subject);
        add(turn);
        return turn;
    }

    /** The loop of the running task, to which this belongs from here on. */
    EventLoop here() {
        return home.here();
    }

    private void add(Turn turn) {
        turn.inLine = true;
        Turn before = last;
        if (before == null) {
            first = turn;
        } else {
            before.after = turn;
            turn.before = before;
        }
        last = turn;
    }

    /** A new turn, the last one, for which the running task waits from here on. */
    Turn joinAndWait() {
        Turn turn = join();
        turn.loop.waitFor(turn);
        return turn;
    }

    /** Has the running task wait for a turn of this loop, the last one, without a frame. */
    Object await(LeafTurn turn) {
        add(turn);
        return turn.loop.waitFor(turn);
    }

    /** Takes a turn out of the line, if it is still there. */
    void leave(Turn turn) {
        if (!turn.inLine) {
            return;
        }
        turn.inLine = false;
        Turn before = turn.before;
        Turn after = turn.after;
        if (before == null) {
            first = after;
        } else {
            before.after = after;
            turn.before = null;
        }
        if (after == null) {
            last = before;
        } else {
            after.before = before;
            turn.after = null;
        }
    }

    /** Lets the very first go on, if its turn has not come already. */
    void wakeHead() {
        if (first != null && !first.isDone()) {
            first.come();
        }
    }

    /** Lets the first {@code n} go on whose turn has not come; says how many there were. They stay in line until they have left. */
    int wake(int n) {
        int woken = 0;
        for (Turn turn = first; turn != null && woken < n; turn = turn.after) {
            if (!turn.isDone()) {
                turn.come();
                woken++;
            }
        }
        return woken;
    }

    /** Lets the first go on whose turn has not come, and takes it out of the line with those before it. */
    void dismissOne() {
        for (Turn turn = first; turn != null; turn = first) {
            leave(turn);
            if (!turn.isDone()) {
                turn.come();
                return;
            }
        }
    }

    /**
     * The task of a turn was cancelled.
     *
     * @param toOthers whether what it waited for is there; if its turn had come, the next one's has
     */
    void pass(@Nullable Turn turn, boolean toOthers) {
        if (turn == null) {
            return;
        }
        leave(turn);
        if (toOthers && !turn.isCancelled()) {
            dismissOne();
        }
    }

    /** Lets everybody go on, and leaves the line empty. */
    void dismissAll() {
        while (first != null) {
            dismissOne();
        }
    }

    /** As {@link Home#checkThread}. */
    void checkThread() {
        home.checkThread();
    }
}
