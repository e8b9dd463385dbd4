package dev.javait.processor.emit;

import dev.javait.processor.model.Flow;
import dev.javait.processor.model.Flow.Block;
import dev.javait.processor.model.Flow.Terminator;
import dev.javait.processor.model.Label;
import dev.javait.processor.model.Part;
import dev.javait.processor.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The blocks that stand together in one method: nearly always all. A body that is too large for one, be it for the class file's limit or for HotSpot, which
 * compiles no method of more than 8,000 bytes, is laid out in several. A jump from one to another goes through the frame.
 *
 * @param entries where it is entered, other than by jumps of its own, with the variables that the frame then has for it
 * @param variables those that it declares
 */
record Section(List<Block> blocks, Map<Label, List<Variable>> entries, Set<Variable> variables) {
    /** How much text makes a byte of code. */
    private static final int TEXT_PER_BYTE = 2;

    private static final int BYTES_OF_BLOCK = 12;
    private static final int BYTES_OF_SUSPENSION = 70;
    private static final int BYTES_OF_SAVED_VARIABLE = 24;

    boolean contains(Label label) {
        return blocks.stream().anyMatch(block -> block.label().equals(label));
    }

    /** @param enough what a section may take, in bytes as {@link #bytes} guesses them */
    static List<Section> of(Flow flow, Flow.Liveness liveness, int enough) {
        List<List<Block>> groups = groups(flow, liveness, enough);
        if (groups.size() == 1) return List.of(whole(flow, liveness));
        Map<Label, Integer> groupOf = new HashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            for (Block block : groups.get(i)) groupOf.put(block.label(), i);
        }
        Set<Label> reached = reachedFromOutside(groups, groupOf);
        Map<Label, List<Variable>> results = results(flow);
        return groups.stream()
                .map(blocks -> section(blocks, flow, liveness, reached, results))
                .toList();
    }

    private static Section whole(Flow flow, Flow.Liveness liveness) {
        Map<Label, List<Variable>> entries = new LinkedHashMap<>();
        entries.put(flow.blocks().get(0).label(), flow.parameters());
        entries.putAll(liveness.liveAtResume());
        return new Section(flow.blocks(), entries, liveness.shared());
    }

    private static Section section(
            List<Block> blocks,
            Flow flow,
            Flow.Liveness liveness,
            Set<Label> reachedFromOutside,
            Map<Label, List<Variable>> results) {
        Map<Label, List<Variable>> entries = new LinkedHashMap<>();
        Set<Variable> variables = new LinkedHashSet<>();
        for (Block block : blocks) {
            Label label = block.label();
            if (label.equals(flow.blocks().get(0).label())) {
                entries.put(label, flow.parameters());
            } else if (reachedFromOutside.contains(label)
                    || liveness.liveAtResume().containsKey(label)) {
                entries.put(label, live(label, liveness));
            }
            variables.addAll(liveness.mentioned().getOrDefault(label, List.of()));
            // what a jump from here has to save
            targets(block).forEach(target -> variables.addAll(live(target, liveness)));
            // what comes from outside, read again or not
            if (block.region() != null) variables.add(block.region().caught());
            variables.addAll(results.getOrDefault(label, List.of()));
        }
        entries.values().forEach(variables::addAll);
        variables.retainAll(liveness.shared());
        return new Section(blocks, entries, variables);
    }

    /** What the awaits are assigned to, by where the method resumes with it. */
    private static Map<Label, List<Variable>> results(Flow flow) {
        Map<Label, List<Variable>> results = new HashMap<>();
        for (Block block : flow.blocks()) {
            if (block.end() instanceof Terminator.Suspend suspend && suspend.result() != null)
                results.computeIfAbsent(suspend.resume(), label -> new ArrayList<>())
                        .add(suspend.result());
        }
        return results;
    }

    /** What has to be there when control comes to {@code label}. */
    static List<Variable> live(Label label, Flow.Liveness liveness) {
        List<Variable> atResume = liveness.liveAtResume().get(label);
        return atResume != null ? atResume : liveness.liveAtEntry().getOrDefault(label, List.of());
    }

    private static Set<Label> reachedFromOutside(List<List<Block>> groups, Map<Label, Integer> groupOf) {
        Set<Label> reached = new LinkedHashSet<>();
        for (int i = 0; i < groups.size(); i++) {
            for (Block block : groups.get(i)) {
                for (Label target : targets(block)) {
                    if (!Integer.valueOf(i).equals(groupOf.get(target))) reached.add(target);
                }
            }
        }
        return reached;
    }

    /** Where control may go from {@code block}, by jumps and by failures. */
    static List<Label> targets(Block block) {
        List<Label> targets = new ArrayList<>(block.end().targets());
        if (block.region() != null) targets.add(block.region().handler());
        block.ops().forEach(op -> op.codes().forEach(code -> code.forEach(part -> addTarget(part, targets))));
        block.end().codes().forEach(code -> code.forEach(part -> addTarget(part, targets)));
        return targets;
    }

    private static void addTarget(Part part, List<Label> targets) {
        if (part instanceof Part.Goto jump) targets.add(jump.label());
    }

    private static List<List<Block>> groups(Flow flow, Flow.Liveness liveness, int enough) {
        List<List<Block>> groups = new ArrayList<>();
        List<Block> group = new ArrayList<>();
        int size = 0;
        for (Block block : flow.blocks()) {
            int bytes = bytes(block, liveness);
            if (!group.isEmpty() && size + bytes > enough) {
                groups.add(group);
                group = new ArrayList<>();
                size = 0;
            }
            group.add(block);
            size += bytes;
        }
        groups.add(group);
        return groups;
    }

    /** A guess, which errs upwards for most code. */
    private static int bytes(Block block, Flow.Liveness liveness) {
        int[] text = {0};
        block.ops().forEach(op -> op.codes().forEach(code -> code.forEach(part -> text[0] += length(part))));
        block.end().codes().forEach(code -> code.forEach(part -> text[0] += length(part)));
        int bytes = BYTES_OF_BLOCK + text[0] / TEXT_PER_BYTE;
        if (!(block.end() instanceof Terminator.Suspend suspend)) return bytes;
        int saved = liveness.liveAtResume()
                .getOrDefault(suspend.resume(), List.of())
                .size();
        return bytes + BYTES_OF_SUSPENSION + saved * BYTES_OF_SAVED_VARIABLE;
    }

    private static int length(Part part) {
        return part instanceof Part.Text text ? text.text().length() : 2;
    }
}
