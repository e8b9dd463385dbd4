package dev.javait.processor.liveness;

import dev.javait.processor.model.Flow;
import dev.javait.processor.model.Flow.Terminator;
import dev.javait.processor.model.Label;
import dev.javait.processor.model.Variable;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which variables must be declared for the whole body: those that more than one block mentions, those that the block that mentions
 * them does not declare, and those that have their value from elsewhere, which are parameters and what is caught.
 */
final class Sharing {
    private final Uses uses;
    private final BitSet seen = new BitSet();
    private final BitSet shared = new BitSet();

    private Sharing(Uses uses) {
        this.uses = uses;
    }

    static BitSet run(Flow flow, Uses uses) {
        var sharing = new Sharing(uses);
        flow.parameters().forEach(parameter -> sharing.shared.set(uses.number(parameter)));
        Map<Label, Variable> results = new HashMap<>();
        for (Flow.Block block : flow.blocks()) {
            if (block.end() instanceof Terminator.Suspend suspend && suspend.result() != null) {
                results.put(suspend.resume(), suspend.result());
            }
            if (block.region() != null)
                sharing.shared.set(uses.number(block.region().caught()));
        }
        for (Flow.Block block : flow.blocks()) {
            sharing.add(block, results.get(block.label()));
        }
        return sharing.shared;
    }

    /** @param result the variable that is assigned when {@code block} begins, or null */
    private void add(Flow.Block block, @Nullable Variable result) {
        var here = new BitSet();
        var declared = new BitSet();
        uses.of(block).forEach(step -> {
            here.or(step.mentions());
            declared.or(step.declares());
        });
        if (result != null) {
            here.set(uses.number(result));
            declared.set(uses.number(result));
        }
        var undeclared = (BitSet) here.clone();
        undeclared.andNot(declared);
        shared.or(undeclared);
        var again = (BitSet) here.clone();
        again.and(seen);
        shared.or(again);
        seen.or(here);
    }
}
