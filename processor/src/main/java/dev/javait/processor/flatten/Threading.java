package dev.javait.processor.flatten;

import dev.javait.processor.model.Code;
import dev.javait.processor.model.Flow;
import dev.javait.processor.model.Label;
import dev.javait.processor.model.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Lets every jump name the block at which it ends up. What a pad assigns on the way a {@code goto} assigns itself; other jumps
 * stop at the pad. The resume label of a suspension is not a jump's, and stays.
 */
final class Threading implements Flow.Terminator.EndVisitor<Flow.Terminator> {
    private final Map<Label, Flow.Block> blocks = new HashMap<>();
    private final Assembler.Draft draft;

    private Threading(Assembler.Draft draft) {
        this.draft = draft;
        draft.blocks().forEach(block -> blocks.put(block.label(), block));
    }

    static List<Flow.Block> run(Assembler.Draft draft) {
        var threading = new Threading(draft);
        return draft.blocks().stream().map(threading::thread).toList();
    }

    /** Where a jump ends up, and the assignments on the way. */
    private record Way(Label label, List<Part.Assignment> assignments) {}

    private Way follow(Label first, boolean throughPads) {
        var passed = new HashSet<Label>();
        var assignments = new ArrayList<Part.Assignment>();
        Label label = first;
        while (passed.add(label)) {
            Flow.Block block = Objects.requireNonNull(blocks.get(label), "a jump to a label that is not bound");
            boolean passable =
                    block.ops().isEmpty() || (throughPads && draft.pads().contains(label));
            if (!passable || !(block.end() instanceof Flow.Terminator.Goto jump)) break;
            for (Flow.Op op : block.ops()) {
                if (op instanceof Flow.Op.Assign a) assignments.add(new Part.Assignment(a.variable(), a.value()));
            }
            label = jump.label();
        }
        return new Way(label, assignments);
    }

    private Label follow(Label label) {
        return follow(label, false).label();
    }

    private Flow.Block thread(Flow.Block block) {
        var ops = new ArrayList<Flow.Op>();
        for (Flow.Op op : block.ops()) {
            ops.add(op instanceof Flow.Op.Run run ? new Flow.Op.Run(thread(run.code()), run.line()) : op);
        }
        Flow.Terminator end = block.end();
        if (end instanceof Flow.Terminator.Goto jump) {
            for (Part.Assignment a : follow(jump.label(), true).assignments()) {
                ops.add(new Flow.Op.Assign(a.target(), a.value(), false, jump.line()));
            }
        }
        return new Flow.Block(block.label(), block.region(), ops, end.accept(this));
    }

    private Code thread(Code code) {
        return code.map(part -> {
            if (!(part instanceof Part.Goto jump)) return part;
            Way way = follow(jump.label(), true);
            var assignments = new ArrayList<>(jump.assignments());
            assignments.addAll(way.assignments());
            return new Part.Goto(assignments, way.label(), jump.stopped());
        });
    }

    @Override
    public Flow.Terminator jump(Flow.Terminator.Goto t) {
        return new Flow.Terminator.Goto(follow(t.label(), true).label(), t.line());
    }

    @Override
    public Flow.Terminator branch(Flow.Terminator.Branch t) {
        return new Flow.Terminator.Branch(t.condition(), follow(t.whenTrue()), follow(t.whenFalse()), t.line());
    }

    @Override
    public Flow.Terminator suspend(Flow.Terminator.Suspend t) {
        return t;
    }

    @Override
    public Flow.Terminator dispatch(Flow.Terminator.Dispatch t) {
        var arms = t.arms().stream()
                .map(arm -> new Flow.Arm(arm.labels(), arm.bindings(), follow(arm.label())))
                .toList();
        Label otherwise = t.otherwise() == null ? null : follow(t.otherwise());
        return new Flow.Terminator.Dispatch(t.selector(), arms, otherwise, t.missing(), t.line());
    }

    /** With one way to go there is nothing to select. */
    @Override
    public Flow.Terminator select(Flow.Terminator.Select t) {
        List<Label> labels = t.labels().stream().map(this::follow).toList();
        return labels.size() == 1
                ? new Flow.Terminator.Goto(labels.get(0), t.line())
                : new Flow.Terminator.Select(t.selector(), labels, t.line());
    }

    @Override
    public Flow.Terminator leave(Flow.Terminator.Leave t) {
        return t;
    }

    @Override
    public Flow.Terminator fail(Flow.Terminator.Throw t) {
        return t;
    }

    @Override
    public Flow.Terminator unreachable(Flow.Terminator.Unreachable t) {
        return t;
    }
}
