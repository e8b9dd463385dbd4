package dev.javait.processor.model;

/** What is awaited, which decides the runtime's function. */
public enum AwaitKind {
    /** An {@code Awaitable<T>}. */
    AWAITABLE,
    /** A {@code CompletionStage<T>}. */
    STAGE,
    /** Not awaited but emitted by an async generator: {@code emit(value)}. */
    EMIT
}
