package dev.javait.processor.model;

/** What a call of an {@code @Async} method gives, which its return type says. */
public enum MethodKind {
    /** {@code Coroutine<T>}: the frame itself; nothing runs yet. */
    COROUTINE,
    /** {@code CompletableFuture<T>} or {@code CompletionStage<T>}: started at the call. */
    FUTURE,
    /** {@code void}: runs to its end on an event loop of its own. */
    ENTRY_POINT,
    /** {@code AsyncIterable<T>}: an async generator. */
    GENERATOR
}
