package dev.javait.processor.emit;

import dev.javait.processor.model.Code;
import dev.javait.processor.model.Flow;
import dev.javait.processor.model.Label;
import dev.javait.processor.model.Part;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The states: 0 is the beginning, the others count in the order in which they stand in the file. A block that only the one before it leads to, by falling
 * through, is no state of its own.
 */
final class States {
    private final Map<Label, Integer> numbers = new IdentityHashMap<>();
    private final Set<Label> continued = Collections.newSetFromMap(new IdentityHashMap<>());

    private States() {}

    static States of(List<Section> sections) {
        States states = new States();
        Map<Label, Integer> uses = uses(sections);
        for (Section section : sections) {
            for (int i = 1; i < section.blocks().size(); i++) {
                Flow.Block block = section.blocks().get(i);
                if (continues(section.blocks().get(i - 1), block, uses)) states.continued.add(block.label());
            }
        }
        for (Section section : sections) {
            for (Flow.Block block : section.blocks()) {
                if (!states.continued.contains(block.label())) states.numbers.put(block.label(), states.numbers.size());
            }
        }
        return states;
    }

    private static Map<Label, Integer> uses(List<Section> sections) {
        Map<Label, Integer> uses = new HashMap<>();
        for (Section section : sections) {
            for (Flow.Block block : section.blocks()) {
                Section.targets(block).forEach(label -> uses.merge(label, 1, Integer::sum));
            }
        }
        return uses;
    }

    private static boolean continues(Flow.Block before, Flow.Block block, Map<Label, Integer> uses) {
        return before.end() instanceof Flow.Terminator.Branch branch
                && branch.targets().contains(block.label())
                && Integer.valueOf(1).equals(uses.get(block.label()))
                && Objects.equals(before.region(), block.region())
                && !mayBind(branch.condition());
    }

    /** What a pattern binds would be there in what follows as well, and may have the name of something else there. */
    private static boolean mayBind(Code condition) {
        return condition.parts().stream()
                .anyMatch(part -> part instanceof Part.Bound
                        || part instanceof Part.BindingName
                        || (part instanceof Part.Text text && text.text().contains("instanceof")));
    }

    /** Whether the block is part of the case of the one before it. */
    boolean continues(Label label) {
        return continued.contains(label);
    }

    int of(Label label) {
        Integer state = numbers.get(label);
        if (state == null) throw new IllegalStateException("no state for " + label);
        return state;
    }
}
