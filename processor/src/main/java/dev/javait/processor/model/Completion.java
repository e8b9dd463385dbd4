package dev.javait.processor.model;

import java.util.List;

/** How an async method ends without failing. */
public sealed interface Completion {
    default List<Code> codes() {
        return List.of();
    }

    /** {@code return done();}, {@code return end();}, {@code return;}, or the end of a void body. */
    record Nothing() implements Completion {}

    /** {@code return done(v);}: {@code type} is that of {@code v} if it is int, long or double, else the type argument of {@code done}. */
    record Value(Code value, Type type) implements Completion {
        @Override
        public List<Code> codes() {
            return List.of(value);
        }
    }

    /** {@code return x;}: the method is left, then completes as {@code x} completes. */
    record Tail(Code awaitable, AwaitKind kind, Type type) implements Completion {
        @Override
        public List<Code> codes() {
            return List.of(awaitable);
        }
    }
}
