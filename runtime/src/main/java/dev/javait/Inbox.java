package dev.javait;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The door for other threads: handles posted by any of them, taken by the loop in the order in which they were posted. A stack that the loop takes
 * whole, so that looking whether anything is there is one volatile read a turn.
 */
final class Inbox {
    private static final Handle CLOSED = Handle.of(Context.EMPTY, () -> {});

    private final AtomicReference<@Nullable Handle> newest = new AtomicReference<>();

    /** Adds a handle; false if the loop is closed. */
    boolean post(Handle handle) {
        for (; ; ) {
            Handle before = newest.get();
            if (before == CLOSED) {
                return false;
            }
            handle.next = before;
            if (newest.compareAndSet(before, handle)) {
                return true;
            }
        }
    }

    boolean isEmpty() {
        return newest.get() == null;
    }

    /** Moves what was posted; nothing once it is closed, which only the same thread does. */
    void drainTo(ReadyQueue ready) {
        Handle first = newest.get();
        if (first != null && first != CLOSED) {
            move(newest.getAndSet(null), ready);
        }
    }

    /** Takes nothing any more, and hands over what it has taken. */
    void closeTo(ReadyQueue ready) {
        Handle left = newest.getAndSet(CLOSED);
        if (left != CLOSED) {
            move(left, ready);
        }
    }

    private static void move(@Nullable Handle newest, ReadyQueue ready) {
        Handle reversed = null;
        for (Handle handle = newest; handle != null; ) {
            Handle older = handle.next;
            handle.next = reversed;
            reversed = handle;
            handle = older;
        }
        while (reversed != null) {
            Handle newer = reversed.next;
            reversed.next = null;
            ready.add(reversed);
            reversed = newer;
        }
    }
}
