package dev.javait.processor.model;

import java.util.List;
import java.util.Set;

/** A piece of {@link Code}. */
public sealed interface Part {
    /** The code that stands within this part. */
    default List<Code> inner() {
        return List.of();
    }

    /** The user's text, to the letter. */
    record Text(String text) implements Part {}

    /** What follows stands on this line of the user's file. */
    record Line(int line) implements Part {}

    /** The name of a class. */
    record ClassUse(ClassName name) implements Part {}

    /** The instance whose method this is: {@code this} in the user's text. */
    record Self() implements Part {}

    /** How a variable is used. */
    enum Access {
        READ,
        /** Assigned and not read before; may stand in code that is not always reached. */
        WRITE,
        /** {@code x += 1}, {@code x++}. */
        READ_WRITE
    }

    /** A variable of the method, in the method's own code. */
    record Use(Variable variable, Access access) implements Part {}

    /**
     * A variable of the method, read within a lambda. A lambda may capture only what never changes, so where the variable is
     * shared between states the lambda reads the copy that the {@link Copies} with the same {@code site} made.
     */
    record Captured(Variable variable, int site) implements Part {}

    /**
     * Stands before a statement in a block that is nested in opaque code: {@code final var x$1 = x;} for each of
     * {@code variables} that is shared between states (nothing for the others). For a statement that is a step of its own the
     * emitter makes the copies of the sites that have none.
     */
    record Copies(Set<Variable> variables, int site) implements Part {
        public Copies {
            variables = java.util.Collections.unmodifiableSet(new java.util.LinkedHashSet<>(variables));
        }
    }

    /**
     * Stands right behind a test that binds pattern variables, {@code o instanceof Foo f}, in parentheses with it. Where a
     * binding is shared between states it is copied to its variable when the test succeeds:
     * {@code (o instanceof Foo f$1 && Await.bind(f = f$1))}.
     */
    record Bound(List<Variable> bindings) implements Part {
        public Bound {
            bindings = List.copyOf(bindings);
        }
    }

    /** The name of a pattern variable within its pattern, in a test or in the labels of a case. */
    record BindingName(Variable variable) implements Part {}

    /**
     * A jump in the user's text to a statement that is taken apart, as written by the user; stands for a whole statement.
     * {@code flatten} replaces it by a {@link Goto}.
     *
     * @param stopped whether a {@code finally} in the same code that never completes stops it
     */
    record Exit(Jump jump, boolean stopped) implements Part {
        @Override
        public List<Code> inner() {
            return jump.codes();
        }
    }

    /**
     * Assigns, then goes on at {@code label}; stands for a whole statement. Only after {@code flatten}, never before it.
     *
     * @param stopped whether it never gets there
     */
    record Goto(List<Assignment> assignments, Label label, boolean stopped) implements Part {
        public Goto {
            assignments = List.copyOf(assignments);
        }

        @Override
        public List<Code> inner() {
            return assignments.stream().map(Assignment::value).toList();
        }
    }

    /** Leaves the state machine with a result; stands for a whole statement. Only after {@code flatten}. */
    record Leave(Completion completion) implements Part {
        @Override
        public List<Code> inner() {
            return completion.codes();
        }
    }

    /** {@code target = value}. */
    record Assignment(Variable target, Code value) {}
}
