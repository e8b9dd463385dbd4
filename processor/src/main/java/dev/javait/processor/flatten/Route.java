package dev.javait.processor.flatten;

import dev.javait.processor.model.Completion;
import dev.javait.processor.model.Jump;
import dev.javait.processor.model.Label;
import dev.javait.processor.model.Part;
import java.util.List;
import java.util.Objects;

/** Where a jump goes first. */
sealed interface Route {
    /**
     * The same as a piece of code.
     *
     * @param stopped whether the code stops it
     */
    Part part(boolean stopped);

    /** Writes it as the end of a block. */
    void write(Assembler out);

    /** To its own end or to a {@code finally}. */
    record To(List<Part.Assignment> assignments, Label label) implements Route {
        @Override
        public Part part(boolean stopped) {
            return new Part.Goto(assignments, label, stopped);
        }

        @Override
        public void write(Assembler out) {
            out.assign(assignments);
            out.jump(label);
        }
    }

    /** Out of the method. */
    record Out(Completion completion) implements Route {
        @Override
        public Part part(boolean stopped) {
            return new Part.Leave(completion);
        }

        @Override
        public void write(Assembler out) {
            out.leave(completion);
        }
    }

    /** To the statement that it names. */
    static Route to(Scope.Named named, Jump jump) {
        if (jump instanceof Jump.Continue) {
            return new To(List.of(), Objects.requireNonNull(named.onContinue(), "continue to what is no loop"));
        }
        if (jump instanceof Jump.Yield yield) {
            var result = Objects.requireNonNull(named.target().result(), "yield to a statement");
            return new To(List.of(new Part.Assignment(result, yield.value())), named.onBreak());
        }
        return new To(List.of(), named.onBreak());
    }
}
