package dev.javait.processor.emit;

import dev.javait.processor.model.Flow;
import dev.javait.processor.model.Flow.Block;
import dev.javait.processor.model.Flow.Terminator;
import dev.javait.processor.model.Label;
import dev.javait.processor.model.Part;
import dev.javait.processor.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
 * @param passing those that stay in the frame, since nothing here names them: where many variables are live for long, saving each of them at each suspension would
 *     take more code than all else
 */
record Section(List<Block> blocks, Map<Label, List<Variable>> entries, Set<Variable> variables, Set<Variable> passing) {
    /** How much text makes a byte of code. */
    private static final int TEXT_PER_BYTE = 2;

    private static final int BYTES_OF_BLOCK = 12;
    private static final int BYTES_OF_SUSPENSION = 70;
    private static final int BYTES_OF_SAVED_VARIABLE = 24;

    boolean contains(Label label) {
        return blocks.stream().anyMatch(block -> block.label().equals(label));
    }

    /** The variables that are saved where control leaves for {@code target}. */
    List<Variable> saved(Label target, Flow.Liveness liveness) {
        return live(target, liveness).stream()
                .filter(variable -> !passing.contains(variable))
                .toList();
    }

    /** The variables in the frame that nobody will read any more where control leaves for {@code target}. */
    List<Variable> dropped(Label target, Flow.Liveness liveness) {
        if (passing.isEmpty()) return List.of();
        Set<Variable> dropped = new LinkedHashSet<>(passing);
        live(target, liveness).forEach(dropped::remove);
        dropped.removeIf(variable -> !variable.type().isReference());
        return List.copyOf(dropped);
    }

    static List<Section> of(Flow flow, Flow.Liveness liveness, Tuning tuning) {
        List<List<Block>> groups = groups(flow, liveness, tuning);
        if (groups.size() == 1) return List.of(whole(flow, liveness));
        Map<Label, Integer> groupOf = new HashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            for (Block block : groups.get(i)) groupOf.put(block.label(), i);
        }
        Set<Label> reached = reachedFromOutside(groups, groupOf);
        Map<Label, List<Variable>> results = results(flow);
        return groups.stream()
                .map(blocks -> section(blocks, flow, liveness, reached, results, tuning.manyVariables()))
                .toList();
    }

    private static Section whole(Flow flow, Flow.Liveness liveness) {
        Map<Label, List<Variable>> entries = new LinkedHashMap<>();
        entries.put(flow.blocks().get(0).label(), flow.parameters());
        entries.putAll(liveness.liveAtResume());
        return new Section(flow.blocks(), entries, liveness.shared(), Set.of());
    }

    private static Section section(
            List<Block> blocks,
            Flow flow,
            Flow.Liveness liveness,
            Set<Label> reachedFromOutside,
            Map<Label, List<Variable>> results,
            int many) {
        Map<Label, List<Variable>> entries = new LinkedHashMap<>();
        Set<Variable> variables = new LinkedHashSet<>();
        Set<Variable> leaving = new LinkedHashSet<>();
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
            targets(block).forEach(target -> leaving.addAll(live(target, liveness)));
            // what comes from outside, read again or not
            if (block.region() != null) variables.add(block.region().caught());
            variables.addAll(results.getOrDefault(label, List.of()));
        }
        Set<Variable> passing = new LinkedHashSet<>();
        if (entries.values().stream().anyMatch(live -> live.size() > many)) {
            entries.values().forEach(passing::addAll);
            passing.removeAll(variables);
        }
        variables.addAll(leaving);
        entries.values().forEach(variables::addAll);
        variables.removeAll(passing);
        variables.retainAll(liveness.shared());
        return new Section(blocks, entries, variables, passing);
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

    private static List<List<Block>> groups(Flow flow, Flow.Liveness liveness, Tuning tuning) {
        List<List<Block>> groups = new ArrayList<>();
        Size size = new Size(liveness, tuning.manyVariables());
        List<Block> group = new ArrayList<>();
        for (Block block : flow.blocks()) {
            size.add(block);
            if (!group.isEmpty() && size.bytes() > tuning.sectionBytes()) {
                groups.add(group);
                group = new ArrayList<>();
                size = new Size(liveness, tuning.manyVariables());
                size.add(block);
            }
            group.add(block);
        }
        groups.add(group);
        return groups;
    }

    /** How many bytes some blocks take: a guess, which errs upwards for most code. */
    private static final class Size {
        private final Flow.Liveness liveness;
        private final int many;
        private final Set<Variable> mentioned = new HashSet<>();
        /** For each suspension, how many variables are live. */
        private final List<Integer> live = new ArrayList<>();

        private int bytes;

        Size(Flow.Liveness liveness, int many) {
            this.liveness = liveness;
            this.many = many;
        }

        void add(Block block) {
            int[] text = {0};
            block.ops().forEach(op -> op.codes().forEach(code -> code.forEach(part -> text[0] += length(part))));
            block.end().codes().forEach(code -> code.forEach(part -> text[0] += length(part)));
            bytes += BYTES_OF_BLOCK + text[0] / TEXT_PER_BYTE;
            mentioned.addAll(liveness.mentioned().getOrDefault(block.label(), List.of()));
            if (!(block.end() instanceof Terminator.Suspend suspend)) return;
            bytes += BYTES_OF_SUSPENSION;
            live.add(liveness.liveAtResume()
                    .getOrDefault(suspend.resume(), List.of())
                    .size());
        }

        int bytes() {
            int saved = live.stream()
                    .mapToInt(count -> count > many ? Math.min(count, mentioned.size()) : count)
                    .sum();
            return bytes + saved * BYTES_OF_SAVED_VARIABLE;
        }
    }

    private static int length(Part part) {
        return part instanceof Part.Text text ? text.text().length() : 2;
    }
}
