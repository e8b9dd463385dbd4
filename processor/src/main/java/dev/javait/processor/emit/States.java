package dev.javait.processor.emit;

import dev.javait.processor.model.Flow;
import dev.javait.processor.model.Label;
import java.util.IdentityHashMap;
import java.util.Map;

/** The number of each state: 0 is the beginning, the others count in the order in which they stand in the file. */
final class States {
    private States() {}

    static Map<Label, Integer> number(Flow flow) {
        Map<Label, Integer> states = new IdentityHashMap<>();
        for (Flow.Block block : flow.blocks()) {
            states.put(block.label(), states.size());
        }
        return states;
    }
}
