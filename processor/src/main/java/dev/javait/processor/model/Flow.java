package dev.javait.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The method as a flow graph: what {@code flatten} makes, {@code liveness} reads and {@code emit} writes. */
public record Flow(List<Block> blocks, List<Variable> parameters) {
    public Flow {
        blocks = List.copyOf(blocks);
        parameters = List.copyOf(parameters);
    }

    /**
     * A straight piece of code. The first block of a flow is its entry.
     *
     * @param region the innermost protected region that its code stands in, or null
     */
    public record Block(Label label, @Nullable Region region, List<Op> ops, Terminator end) {
        public Block {
            ops = List.copyOf(ops);
        }
    }

    /**
     * Code whose failures go on at {@code handler} with the failure in {@code caught}; failures in the handler itself go to
     * the handler's own block's region. Compared by identity.
     */
    public static final class Region {
        private final Label handler;
        private final Variable caught;

        public Region(Label handler, Variable caught) {
            this.handler = handler;
            this.caught = caught;
        }

        public Label handler() {
            return handler;
        }

        public Variable caught() {
            return caught;
        }
    }

    /** One step of a block. */
    public sealed interface Op {
        int line();

        <R> R accept(OpVisitor<R> visitor);

        /** The code within it. */
        default List<Code> codes() {
            return List.of();
        }

        /** One case for each shape. */
        interface OpVisitor<R> {
            R run(Run op);

            R declare(Declare op);

            R assign(Assign op);

            R stop(Stop op);
        }

        /** Runs whole statements. */
        record Run(Code code, int line) implements Op {
            /** Whether a {@code finally} or the close of a resource in the code may stop a jump out of it. Such code is a block of its own in the file. */
            public boolean mayStopJumps() {
                boolean[] found = new boolean[2];
                code.forEach(part -> {
                    found[0] |= part instanceof Part.Goto;
                    found[1] |= part instanceof Part.Text text && text.text().contains("try");
                });
                return found[0] && found[1];
            }

            @Override
            public <R> R accept(OpVisitor<R> visitor) {
                return visitor.run(this);
            }

            @Override
            public List<Code> codes() {
                return List.of(code);
            }
        }

        /** {@code T x;}: the variable has no value yet. */
        record Declare(Variable variable, int line) implements Op {
            @Override
            public <R> R accept(OpVisitor<R> visitor) {
                return visitor.declare(this);
            }
        }

        /** {@code x = value;}, the declaration of {@code x} where it is its first one and nobody else shares it. */
        record Assign(Variable variable, Code value, boolean declares, int line) implements Op {
            @Override
            public <R> R accept(OpVisitor<R> visitor) {
                return visitor.assign(this);
            }

            @Override
            public List<Code> codes() {
                return List.of(value);
            }
        }

        /** Does nothing, on a line that has no other code: the user's {@code break;}, at which debuggers can stop. */
        record Stop(int line) implements Op {
            @Override
            public <R> R accept(OpVisitor<R> visitor) {
                return visitor.stop(this);
            }
        }
    }

    /** How a block ends. */
    public sealed interface Terminator {
        int line();

        <R> R accept(EndVisitor<R> visitor);

        /** The labels that it names, in order. */
        default List<Label> targets() {
            return List.of();
        }

        /** The code within it, in order of evaluation. */
        default List<Code> codes() {
            return List.of();
        }

        /** One case for each shape. */
        interface EndVisitor<R> {
            R jump(Goto t);

            R branch(Branch t);

            R suspend(Suspend t);

            R dispatch(Dispatch t);

            R select(Select t);

            R leave(Leave t);

            R fail(Throw t);

            R unreachable(Unreachable t);
        }

        record Goto(Label label, int line) implements Terminator {
            @Override
            public <R> R accept(EndVisitor<R> visitor) {
                return visitor.jump(this);
            }

            @Override
            public List<Label> targets() {
                return List.of(label);
            }
        }

        record Branch(Code condition, Label whenTrue, Label whenFalse, int line) implements Terminator {
            @Override
            public <R> R accept(EndVisitor<R> visitor) {
                return visitor.branch(this);
            }

            @Override
            public List<Label> targets() {
                return List.of(whenTrue, whenFalse);
            }

            @Override
            public List<Code> codes() {
                return List.of(condition);
            }
        }

        /**
         * Awaits; goes on at {@code resume} with the value in {@code result}, or fails there, in that block's region. No other
         * jump names {@code resume}; the result is assigned as the first thing there.
         */
        record Suspend(@Nullable Variable result, Code awaitable, AwaitKind kind, Label resume, int line)
                implements Terminator {
            @Override
            public <R> R accept(EndVisitor<R> visitor) {
                return visitor.suspend(this);
            }

            @Override
            public List<Label> targets() {
                return List.of(resume);
            }

            @Override
            public List<Code> codes() {
                return List.of(awaitable);
            }
        }

        /**
         * A Java switch that only jumps; without a match it runs {@code missing}, or, where that is null, goes on at
         * {@code otherwise}. Both are null when there is always a match.
         */
        record Dispatch(
                Code selector,
                List<Arm> arms,
                @Nullable Label otherwise,
                @Nullable Code missing,
                int line) implements Terminator {
            public Dispatch {
                arms = List.copyOf(arms);
            }

            @Override
            public <R> R accept(EndVisitor<R> visitor) {
                return visitor.dispatch(this);
            }

            @Override
            public List<Label> targets() {
                var targets = new ArrayList<Label>();
                arms.forEach(arm -> targets.add(arm.label()));
                if (otherwise != null) targets.add(otherwise);
                return targets;
            }

            @Override
            public List<Code> codes() {
                var codes = new ArrayList<Code>();
                codes.add(selector);
                arms.forEach(arm -> codes.add(arm.labels()));
                if (missing != null) codes.add(missing);
                return codes;
            }
        }

        /** {@code switch (pending)} over small numbers that a pass chose: where to go on after a {@code finally}. */
        record Select(Variable selector, List<Label> labels, int line) implements Terminator {
            public Select {
                labels = List.copyOf(labels);
            }

            @Override
            public <R> R accept(EndVisitor<R> visitor) {
                return visitor.select(this);
            }

            @Override
            public List<Label> targets() {
                return labels;
            }

            @Override
            public List<Code> codes() {
                return List.of(Code.use(selector));
            }
        }

        record Leave(Completion completion, int line) implements Terminator {
            @Override
            public <R> R accept(EndVisitor<R> visitor) {
                return visitor.leave(this);
            }

            @Override
            public List<Code> codes() {
                return completion.codes();
            }
        }

        record Throw(Code operand, int line) implements Terminator {
            @Override
            public <R> R accept(EndVisitor<R> visitor) {
                return visitor.fail(this);
            }

            @Override
            public List<Code> codes() {
                return List.of(operand);
            }
        }

        /** The code before it never completes. */
        record Unreachable(int line) implements Terminator {
            @Override
            public <R> R accept(EndVisitor<R> visitor) {
                return visitor.unreachable(this);
            }
        }
    }

    /** A case of a {@link Terminator.Dispatch}; the bindings are copied to their variables before the jump. */
    public record Arm(Code labels, List<Variable> bindings, Label label) {
        public Arm {
            bindings = List.copyOf(bindings);
        }
    }

    /**
     * What {@code liveness} found out.
     *
     * @param shared the variables that more than one block uses, or one block in more than one visit: declared for the whole body
     * @param liveAtResume for the resume label of each suspension, in the order of the blocks: what must be saved
     * @param liveAtEntry for the label of each block: what may still be read when control gets there
     * @param mentioned for the label of each block: the variables that its code names
     */
    public record Liveness(
            Set<Variable> shared,
            Map<Label, List<Variable>> liveAtResume,
            Map<Label, List<Variable>> liveAtEntry,
            Map<Label, List<Variable>> mentioned) {}
}
