package dev.javait.processor.flatten;

import dev.javait.processor.model.Flow;
import dev.javait.processor.model.Label;
import dev.javait.processor.model.Part;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says that it is our own bug when a flow breaks the promises of {@link Flatten}. */
final class Check {
    private Check() {}

    static void run(List<Flow.Block> blocks) {
        Set<Label> bound = new HashSet<>();
        Set<Label> resumed = new HashSet<>();
        for (Flow.Block block : blocks) {
            require(bound.add(block.label()), "label bound twice", block.label());
            if (block.end() instanceof Flow.Terminator.Suspend suspend) {
                require(resumed.add(suspend.resume()), "label resumed twice", suspend.resume());
            }
        }
        for (Flow.Block block : blocks) {
            if (block.region() != null) checkJump(block.region().handler(), bound, resumed);
            boolean suspends = block.end() instanceof Flow.Terminator.Suspend;
            List<Label> named = Labels.in(block);
            for (Label label : suspends ? named.subList(0, named.size() - 1) : named) {
                checkJump(label, bound, resumed);
            }
            Labels.codes(block, code -> code.forEach(part -> require(!(part instanceof Part.Exit), "jump left", part)));
        }
        require(bound.containsAll(resumed), "resume label not bound", resumed);
    }

    private static void checkJump(Label label, Set<Label> bound, Set<Label> resumed) {
        require(bound.contains(label), "label not bound", label);
        require(!resumed.contains(label), "jump to a resume label", label);
    }

    private static void require(boolean promise, String broken, Object where) {
        if (!promise) throw new IllegalStateException(broken + ": " + where);
    }
}
