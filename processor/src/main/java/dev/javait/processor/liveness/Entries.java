package dev.javait.processor.liveness;

import dev.javait.processor.model.Flow;
import dev.javait.processor.model.Flow.Terminator;
import dev.javait.processor.model.Label;
import dev.javait.processor.model.Variable;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is live where each block begins: the smallest solution, found by going backwards until nothing changes. */
final class Entries {
    private final Map<Label, Flow.Block> blocks = new HashMap<>();
    private final Map<Label, BitSet> entries = new HashMap<>();
    private final Uses uses;

    Entries(Flow flow, Uses uses) {
        this.uses = uses;
        flow.blocks().forEach(block -> {
            blocks.put(block.label(), block);
            entries.put(block.label(), new BitSet());
            uses.of(block);
        });
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = flow.blocks().size() - 1; i >= 0; i--) {
                Flow.Block block = flow.blocks().get(i);
                BitSet entry = entry(block);
                changed |= !entry.equals(entries.put(block.label(), entry));
            }
        }
    }

    BitSet of(Label label) {
        return Objects.requireNonNull(entries.get(label), "a block with this label");
    }

    /**
     * The result comes with the resumption; but if that is a failure, the handler may read the value that the result's variable had
     * before.
     */
    BitSet atResume(Terminator.Suspend suspend) {
        BitSet live = without(of(suspend.resume()), suspend.result());
        Flow.Block resumed = Objects.requireNonNull(blocks.get(suspend.resume()), "a block with this label");
        live.or(inHandler(resumed.region()));
        return live;
    }

    /** What {@code region}'s handler reads; a failure may get there before or after every step. */
    private BitSet inHandler(Flow.@Nullable Region region) {
        return region == null ? new BitSet() : without(of(region.handler()), region.caught());
    }

    private BitSet without(BitSet set, @Nullable Variable variable) {
        var rest = (BitSet) set.clone();
        if (variable != null) rest.clear(uses.number(variable));
        return rest;
    }

    private BitSet entry(Flow.Block block) {
        BitSet live = atEnd(block.end());
        BitSet handler = inHandler(block.region());
        List<Step> steps = uses.of(block);
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            for (Step.Exit exit : step.exits()) {
                var there = (BitSet) of(exit.label()).clone();
                there.andNot(exit.kills());
                live.or(there);
            }
            live.andNot(step.kills());
            live.or(step.reads());
            if (i < steps.size() - 1 || mayFail(block.end())) live.or(handler);
        }
        return live;
    }

    private BitSet atEnd(Terminator end) {
        if (end instanceof Terminator.Suspend suspend) return atResume(suspend);
        var live = new BitSet();
        end.targets().forEach(label -> live.or(of(label)));
        return live;
    }

    private static boolean mayFail(Terminator end) {
        return !(end instanceof Terminator.Goto
                || end instanceof Terminator.Select
                || end instanceof Terminator.Unreachable);
    }
}
