package dev.javait;

/**
 * The main task waits, and nothing can ever wake it: nothing is ready, no timer is set, and no other thread may hold the loop, or its clock is virtual.
 * The message lists the waiting tasks with their stacks. asyncio would wait for ever.
 */
public final class DeadlockError extends Error {
    private static final long serialVersionUID = 1L;

    DeadlockError(String message) {
        super(message);
    }
}
