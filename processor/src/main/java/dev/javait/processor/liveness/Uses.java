package dev.javait.processor.liveness;

import dev.javait.processor.model.Code;
import dev.javait.processor.model.Flow;
import dev.javait.processor.model.Label;
import dev.javait.processor.model.Part;
import dev.javait.processor.model.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the steps of blocks.
 *
 * <p>Code in the midst of which a variable is assigned may not get there, so only a step that is or begins with an assignment, or
 * is a declaration, ends the life of the old value. Pattern variables are different: Java lets them be read only where their pattern has
 * just matched, so their pattern ends whatever value they had.
 */
final class Uses {
    private final Numbers numbers;
    private final Map<Label, List<Step>> steps = new HashMap<>();

    Uses(Numbers numbers) {
        this.numbers = numbers;
    }

    int number(Variable variable) {
        return numbers.of(variable);
    }

    /** The steps of {@code block}, its terminator last. */
    List<Step> of(Flow.Block block) {
        return steps.computeIfAbsent(block.label(), label -> read(block));
    }

    /** The variables that the code of {@code block} names, with what is assigned when it begins or fails. */
    BitSet mentioned(Flow.Block block) {
        var all = new BitSet();
        of(block).forEach(step -> all.or(step.mentions()));
        if (block.region() != null) all.set(number(block.region().caught()));
        return all;
    }

    private List<Step> read(Flow.Block block) {
        var read = new ArrayList<Step>();
        block.ops().forEach(op -> read.add(read(op)));
        Step end = read(block.end().codes());
        if (block.end() instanceof Flow.Terminator.Dispatch dispatch) {
            dispatch.arms().forEach(arm -> arm.bindings().forEach(binding -> bind(end, binding)));
        }
        end.reads().andNot(end.kills());
        read.add(end);
        return read;
    }

    private Step read(Flow.Op op) {
        Step step = read(op.codes());
        step.reads().andNot(step.kills());
        if (op instanceof Flow.Op.Assign assign) {
            replace(step, assign.variable());
            if (assign.declares()) bind(step, assign.variable());
        }
        if (op instanceof Flow.Op.Declare declare) bind(step, declare.variable());
        if (op instanceof Flow.Op.Run run) {
            Variable first = assignedFirst(run.code());
            if (first != null) replace(step, first);
            // what its patterns bind may be read behind the block that it stands in
            if (run.mayStopJumps()) step.declares().clear();
        }
        return step;
    }

    /** The variable {@code x} of a statement that begins with {@code x = }. */
    private static @Nullable Variable assignedFirst(Code code) {
        for (Part part : code.parts()) {
            if (part instanceof Part.Line || part instanceof Part.Copies) continue;
            return part instanceof Part.Use use && use.access() == Part.Access.WRITE ? use.variable() : null;
        }
        return null;
    }

    private Step read(List<Code> codes) {
        var step = new Step(new BitSet(), new BitSet(), new BitSet(), new BitSet(), new ArrayList<>());
        codes.forEach(code -> code.forEach(part -> read(part, step)));
        return step;
    }

    private void read(Part part, Step step) {
        if (part instanceof Part.Use use) {
            mention(step, use.variable());
            if (use.access() != Part.Access.WRITE) step.reads().set(number(use.variable()));
        } else if (part instanceof Part.Captured captured) {
            mention(step, captured.variable());
            step.reads().set(number(captured.variable()));
        } else if (part instanceof Part.BindingName name) {
            mention(step, name.variable());
        } else if (part instanceof Part.Bound match) {
            match.bindings().forEach(binding -> bind(step, binding));
        } else if (part instanceof Part.Goto jump) {
            var assigned = new BitSet();
            for (Part.Assignment assignment : jump.assignments()) {
                mention(step, assignment.target());
                assigned.set(number(assignment.target()));
            }
            step.exits().add(new Step.Exit(assigned, jump.label()));
        }
    }

    private void mention(Step step, Variable variable) {
        step.mentions().set(number(variable));
    }

    private void bind(Step step, Variable variable) {
        replace(step, variable);
        step.declares().set(number(variable));
    }

    private void replace(Step step, Variable variable) {
        mention(step, variable);
        step.kills().set(number(variable));
    }
}
