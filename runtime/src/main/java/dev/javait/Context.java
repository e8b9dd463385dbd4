package dev.javait;

/** The values of context variables that one task sees: immutable, so that a task's copy of its creator's costs nothing. */
final class Context {
    static final Context EMPTY = new Context();

    private Context() {}
}
