package dev.javait;

/** What {@link Waiter} waits for; asyncio's {@code return_when}. */
enum WaitMode {
    /** {@link Javait#waitAny}. */
    ANY("waitAny"),
    /** {@link Javait#waitFirstFailure}. */
    FIRST_FAILURE("waitFirstFailure"),
    /** {@link Javait#waitAll}. */
    ALL("waitAll");

    final String function;

    WaitMode(String function) {
        this.function = function;
    }
}
