package dev.javait.processor.twin.support;

/** When what {@link Leaf} makes is ready. */
public enum Schedule {
    /** Before it is awaited. */
    READY,
    /** In a later turn of the loop. */
    SUSPENDING,
    /** Each as the seed says: at once, after one turn or after several. */
    MIXED
}
