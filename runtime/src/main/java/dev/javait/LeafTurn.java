package dev.javait;

import dev.javait.frame.Leaf;

/** A turn whose task waits without a frame for it. One that is over may serve again: tasks that take turns for ever, as at a full queue, need no new ones. */
abstract non-sealed class LeafTurn extends Turn implements Leaf {
    private boolean spare;

    LeafTurn(EventLoop loop, Object subject) {
        super(loop, subject);
    }

    /** Keeps this for the next wait; only when it has come, its task has been told, and nobody else knows of it. */
    final void keep() {
        reset();
        spare = true;
    }

    /** Takes it for another wait, if it was kept for one. */
    final boolean take() {
        boolean kept = spare;
        spare = false;
        return kept;
    }
}
