package dev.javait.processor.flatten;

import dev.javait.processor.model.Code;
import dev.javait.processor.model.Flow;
import dev.javait.processor.model.Label;
import dev.javait.processor.model.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The labels that a block names. */
final class Labels {
    private Labels() {}

    /** Those of jumps in the midst of code, then those of the terminator. */
    static List<Label> in(Flow.Block block) {
        var labels = new ArrayList<Label>();
        codes(
                block,
                code -> code.forEach(part -> {
                    if (part instanceof Part.Goto jump) labels.add(jump.label());
                }));
        labels.addAll(block.end().targets());
        return labels;
    }

    /** Gives {@code visitor} all code of {@code block}. */
    static void codes(Flow.Block block, Consumer<Code> visitor) {
        block.ops().forEach(op -> op.codes().forEach(visitor));
        block.end().codes().forEach(visitor);
    }
}
