package dev.javait.processor.flatten;

import dev.javait.processor.model.Flow;
import dev.javait.processor.model.Label;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Takes out what the assembler wrote only because it did not know better: jumps to jumps, blocks that nobody reaches, and the
 * borders between blocks that always run one after the other. Labels of resumptions and handlers stay.
 */
final class Compact {
    private final Map<Label, Flow.Block> blocks = new LinkedHashMap<>();

    private Compact(List<Flow.Block> blocks) {
        for (Flow.Block block : blocks) {
            if (this.blocks.put(block.label(), block) != null) {
                throw new IllegalStateException("label bound twice: " + block.label());
            }
        }
    }

    static List<Flow.Block> run(Assembler.Draft draft) {
        List<Flow.Block> threaded = Threading.run(Stops.run(draft));
        return new Compact(new Compact(threaded).reachable()).merged();
    }

    /** The blocks that can be reached from the first one. */
    private List<Flow.Block> reachable() {
        var reached = new HashSet<Label>();
        var todo = new ArrayDeque<Label>();
        todo.add(blocks.keySet().iterator().next());
        while (!todo.isEmpty()) {
            Label label = todo.remove();
            if (reached.add(label)) todo.addAll(successors(at(label)));
        }
        return blocks.values().stream()
                .filter(block -> reached.contains(block.label()))
                .toList();
    }

    private Flow.Block at(Label label) {
        return Objects.requireNonNull(blocks.get(label), () -> "label not bound: " + label);
    }

    private static List<Label> successors(Flow.Block block) {
        List<Label> successors = Labels.in(block);
        if (block.region() != null) successors.add(block.region().handler());
        return successors;
    }

    /** A block that only the jump at the end of another one in the same region reaches becomes part of that one. */
    private List<Flow.Block> merged() {
        Map<Label, Integer> uses = uses();
        Set<Label> gone = new HashSet<>();
        var merged = new ArrayList<Flow.Block>();
        for (Flow.Block block : blocks.values()) {
            if (gone.contains(block.label())) continue;
            Flow.Block whole = block;
            while (whole.end() instanceof Flow.Terminator.Goto jump
                    && isNamedOnce(jump.label(), uses)
                    && at(jump.label()).region() == whole.region()) {
                gone.add(jump.label());
                whole = join(whole, at(jump.label()));
            }
            merged.add(whole);
        }
        merged.removeIf(block -> gone.contains(block.label()));
        return merged;
    }

    private static boolean isNamedOnce(Label label, Map<Label, Integer> uses) {
        return uses.getOrDefault(label, 0) == 1;
    }

    private static Flow.Block join(Flow.Block first, Flow.Block second) {
        var ops = new ArrayList<>(first.ops());
        ops.addAll(second.ops());
        return new Flow.Block(first.label(), first.region(), ops, second.end());
    }

    /** How often each label is named; the entry is named once more, by the start of the method. */
    private Map<Label, Integer> uses() {
        var uses = new HashMap<Label, Integer>();
        uses.put(blocks.keySet().iterator().next(), 1);
        for (Flow.Block block : blocks.values()) {
            successors(block).forEach(label -> uses.merge(label, 1, Integer::sum));
        }
        return uses;
    }
}
