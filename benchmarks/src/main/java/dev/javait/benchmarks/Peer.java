package dev.javait.benchmarks;

/** The workloads as one way to write asynchronous code does them. Each gives a number that is the same for every peer, so that none can cheat. */
public interface Peer extends AutoCloseable {
    /** How often {@link #mostlyReady} suspends: one call in so many. */
    int SELDOM = 1024;

    /** Elements that {@link #compute} and {@link #innerLoop} deal with between two suspensions. */
    int BLOCK = 1024;

    /** The deepest that {@link #suspended} nests calls. */
    int DEPTH = 10;

    /** W1: {@code n} awaits of {@code x + 1}, which never suspends. */
    long ready(int n);

    /** W1n: the same, of a callee with an await in it that is never reached. */
    long readyCall(int n);

    /** W1m: the same, but one call in {@link #SELDOM} suspends. */
    long mostlyReady(int n);

    /** W2: {@code n} suspensions of one task, each until the next turn. */
    long yields(int n);

    /** W3: {@code times} a recursion {@code depth} calls deep, whose leaf suspends once. */
    long deep(int depth, int times);

    /** W3f: Fibonacci's number by recursion, each call awaited, none suspends. */
    long fib(int n);

    /** W4: {@code n} tasks that suspend once each, gathered. */
    long spawn(int n);

    /** W5: {@code items} boxed numbers from one task to another through a queue. */
    long queue(int items, int capacity);

    /** W6: as many tasks as {@code millis} has elements, each asleep for so long. Gives how many have woken. */
    long sleepers(int[] millis);

    /** W7: {@code n} tasks wait for one event, {@code depth} calls deep; runs {@code measure} when all of them do, and then lets them go. */
    long suspended(int n, int depth, Runnable measure);

    /** W8: a serial hash over {@code elements}, with a suspension after each block. */
    long compute(int elements);

    /** W8b: an inner loop that can be vectorised, over a block at a time, with a suspension after each. */
    long innerLoop(int blocks, int[] from, int[] into);

    @Override
    default void close() {}
}
