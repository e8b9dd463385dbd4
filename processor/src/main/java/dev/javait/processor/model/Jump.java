package dev.javait.processor.model;

import java.util.List;

/** A way to leave a statement early, as the user wrote it. */
public sealed interface Jump {
    /** The code within the jump. */
    default List<Code> codes() {
        return List.of();
    }

    record Break(Target target) implements Jump {}

    record Continue(Target target) implements Jump {}

    /** {@code yield value;} out of a switch expression that is taken apart. */
    record Yield(Target target, Code value) implements Jump {
        @Override
        public List<Code> codes() {
            return List.of(value);
        }
    }

    record Return(Completion completion) implements Jump {
        @Override
        public List<Code> codes() {
            return completion.codes();
        }
    }
}
