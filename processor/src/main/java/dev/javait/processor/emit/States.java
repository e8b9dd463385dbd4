package dev.javait.processor.emit;

import dev.javait.processor.model.Label;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The states: 0 is the beginning, the others count in the order in which the cases stand in the file. */
final class States {
    private final Map<Label, Integer> numbers = new IdentityHashMap<>();

    private States() {}

    static States of(List<List<Case>> layouts) {
        States states = new States();
        for (List<Case> cases : layouts) {
            for (Case one : cases) {
                if (one.continues()) continue;
                one.entries().forEach(entry -> states.numbers.put(entry.label(), states.numbers.size()));
            }
        }
        return states;
    }

    boolean contains(Label label) {
        return numbers.containsKey(label);
    }

    int of(Label label) {
        Integer state = numbers.get(label);
        if (state == null) throw new IllegalStateException("no state for " + label);
        return state;
    }
}
