package dev.javait.processor.liveness;

import dev.javait.processor.model.Flow;
import dev.javait.processor.model.Flow.Terminator;
import dev.javait.processor.model.Label;
import dev.javait.processor.model.Variable;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * The door of this room. A variable is live where its value may still be read; afterwards it is known which are at each
 * resumption, in the order in which the flow first mentions them, and which variables the blocks share. A variable that is
 * reported live without need would keep garbage alive for as long as the method waits.
 */
public final class Liveness {
    private Liveness() {}

    public static Flow.Liveness run(Flow flow) {
        var numbers = new Numbers();
        flow.parameters().forEach(numbers::of);
        var uses = new Uses(numbers);
        var entries = new Entries(flow, uses);
        Map<Label, List<Variable>> liveAtResume = new LinkedHashMap<>();
        Map<Label, List<Variable>> liveAtEntry = new HashMap<>();
        Map<Label, List<Variable>> mentioned = new HashMap<>();
        BitSet carried = new BitSet();
        for (Flow.Block block : flow.blocks()) {
            liveAtEntry.put(block.label(), numbers.variables(entries.of(block.label())));
            mentioned.put(block.label(), numbers.variables(uses.mentioned(block)));
            if (block.end() instanceof Terminator.Suspend suspend) {
                BitSet live = entries.atResume(suspend);
                carried.or(live);
                liveAtResume.put(suspend.resume(), numbers.variables(live));
            }
        }
        carried.or(Sharing.run(flow, uses));
        return new Flow.Liveness(new LinkedHashSet<>(numbers.variables(carried)), liveAtResume, liveAtEntry, mentioned);
    }
}
