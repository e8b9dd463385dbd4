package dev.javait.processor.flatten;

import dev.javait.processor.model.AwaitKind;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Completion;
import dev.javait.processor.model.Flow;
import dev.javait.processor.model.Label;
import dev.javait.processor.model.Part;
import dev.javait.processor.model.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes blocks one after the other. What cannot be reached is dropped: after a jump nothing comes from above, and a label that
 * nothing has named by then stays out of reach. (Only loops jump back, and to a label that was reached from above.)
 */
final class Assembler {
    private final List<Flow.Block> blocks = new ArrayList<>();
    private final Set<Label> pads = new HashSet<>();
    private final Set<Label> named = new HashSet<>();
    private List<Flow.Op> ops = new ArrayList<>();
    private @Nullable Label open = new Label("start");
    private Flow.@Nullable Region region;
    private int line;

    /** Everything that is written next stands on {@code line} of the user's file. */
    void at(int line) {
        this.line = line;
    }

    boolean isReachable() {
        return open != null;
    }

    /** What comes next is reached by the jumps to {@code label}, and from above. */
    void bind(Label label) {
        jump(label);
        open = named.contains(label) ? label : null;
        ops = new ArrayList<>();
    }

    /** The only way to open a region: what {@code code} writes stands in {@code inner}, and comes from above if it can. */
    void within(Flow.Region inner, Runnable code) {
        Flow.Region outer = region;
        enter(inner, "try");
        code.run();
        enter(outer, "after");
    }

    private void enter(Flow.@Nullable Region next, String hint) {
        if (open == null) {
            region = next;
            return;
        }
        var label = new Label(hint);
        jump(label);
        region = next;
        bind(label);
        if (next != null) named.add(next.handler());
    }

    void run(Code code) {
        if (open == null) return;
        code.forEach(part -> {
            if (part instanceof Part.Goto jump) named.add(jump.label());
        });
        ops.add(new Flow.Op.Run(code, line));
    }

    void declare(Variable variable) {
        ops.add(new Flow.Op.Declare(variable, line));
    }

    void assign(Variable variable, Code value, boolean declares) {
        ops.add(new Flow.Op.Assign(variable, value, declares, line));
    }

    /** A place at which debuggers can stop. */
    void stop() {
        if (open != null) ops.add(new Flow.Op.Stop(line));
    }

    void assign(List<Part.Assignment> assignments) {
        assignments.forEach(a -> assign(a.target(), a.value(), false));
    }

    void jump(Label label) {
        end(new Flow.Terminator.Goto(label, line));
    }

    /** Goes on below if {@code condition} holds. */
    void jumpUnless(Code condition, Label otherwise) {
        var below = new Label("then");
        jumpIf(condition, below, otherwise);
        bind(below);
    }

    void jumpIf(Code condition, Label whenTrue, Label whenFalse) {
        end(new Flow.Terminator.Branch(condition, whenTrue, whenFalse, line));
    }

    /** Goes on below when it is resumed. */
    void suspend(@Nullable Variable result, Code awaitable, AwaitKind kind) {
        var resume = new Label("resumed");
        end(new Flow.Terminator.Suspend(result, awaitable, kind, resume, line));
        bind(resume);
    }

    void dispatch(Code selector, List<Flow.Arm> arms, @Nullable Label otherwise, @Nullable Code missing) {
        end(new Flow.Terminator.Dispatch(selector, arms, otherwise, missing, line));
    }

    void select(Variable selector, List<Label> labels) {
        end(new Flow.Terminator.Select(selector, labels, line));
    }

    void leave(Completion completion) {
        end(new Flow.Terminator.Leave(completion, line));
    }

    void fail(Code operand) {
        end(new Flow.Terminator.Throw(operand, line));
    }

    void unreachable() {
        end(new Flow.Terminator.Unreachable(line));
    }

    /** A block apart: {@code label: assignments; goto next}. Jumps to it may do its work themselves, for it cannot fail. */
    void pad(Label label, List<Part.Assignment> assignments, Label next) {
        pads.add(label);
        bind(label);
        assign(assignments);
        jump(next);
    }

    Draft finish() {
        return new Draft(blocks, pads);
    }

    private void end(Flow.Terminator terminator) {
        if (open == null) return;
        named.addAll(terminator.targets());
        blocks.add(new Flow.Block(open, region, ops, terminator));
        open = null;
        ops = new ArrayList<>();
    }

    /**
     * The blocks as they were written; the first is the entry.
     *
     * @param pads the labels of the blocks that only assign constants and jump
     */
    record Draft(List<Flow.Block> blocks, Set<Label> pads) {}
}
