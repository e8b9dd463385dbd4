package dev.javait;

import dev.javait.frame.Leaf;

/** A turn whose task waits without a frame for it. */
abstract non-sealed class LeafTurn extends Turn implements Leaf {
    LeafTurn(EventLoop loop, Object subject) {
        super(loop, subject);
    }
}
