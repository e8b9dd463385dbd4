package dev.javait.benchmarks.floor;

/** An activation that waits: made when it first does, and not before. */
abstract class Frame {
    Frame parent;

    /** Goes on after what it waited for; {@link Loop#result} and {@link Loop#error} say what that gave. True if it has ended, false if it waits again. */
    abstract boolean resume(Loop loop);
}
