package dev.javait.processor.flatten;

import dev.javait.processor.model.Flow;
import dev.javait.processor.model.Stmt;
import dev.javait.processor.model.Variable;
import java.util.List;

/**
 * The door of this room. It takes what {@code spill} gives. Afterwards
 *
 * <ul>
 *   <li>every label that is named is bound once, by a block that can be reached from the first one;
 *   <li>a resume label is named by its {@link Flow.Terminator.Suspend} and by nothing else;
 *   <li>code holds no {@link dev.javait.processor.model.Part.Exit}: it is a {@code Goto} or a {@code Leave} now;
 *   <li>the blocks stand in the order of the source, as far as jumps allow.
 * </ul>
 */
public final class Flatten {
    private Flatten() {}

    public static Flow run(Stmt body, List<Variable> parameters) {
        List<Flow.Block> blocks = Compact.run(Lowering.run(body));
        Check.run(blocks);
        return new Flow(blocks, parameters);
    }
}
