package dev.javait.processor.flatten;

import dev.javait.processor.model.Code;
import dev.javait.processor.model.Flow;
import dev.javait.processor.model.Part;
import java.util.BitSet;
import java.util.List;

/** Leaves the places for debuggers on the lines on which there is nothing else to stop at. */
final class Stops {
    private final BitSet lines = new BitSet();

    private Stops() {}

    static Assembler.Draft run(Assembler.Draft draft) {
        var stops = new Stops();
        // what a pad assigns is on its line only where a jump to it stands there
        draft.blocks().stream()
                .filter(block -> !draft.pads().contains(block.label()))
                .forEach(stops::addLines);
        return new Assembler.Draft(draft.blocks().stream().map(stops::needed).toList(), draft.pads());
    }

    private void addLines(Flow.Block block) {
        for (Flow.Op op : block.ops()) {
            if (op instanceof Flow.Op.Stop || op instanceof Flow.Op.Declare) continue;
            add(op.line());
            op.codes().forEach(this::addLines);
        }
        Flow.Terminator end = block.end();
        if (end instanceof Flow.Terminator.Goto || end instanceof Flow.Terminator.Select) return;
        add(end.line());
        // the labels of a switch are no code
        if (!(end instanceof Flow.Terminator.Dispatch)) end.codes().forEach(this::addLines);
    }

    private void addLines(Code code) {
        code.forEach(part -> {
            if (part instanceof Part.Line line) add(line.line());
        });
    }

    private void add(int line) {
        if (line > 0) lines.set(line);
    }

    private Flow.Block needed(Flow.Block block) {
        List<Flow.Op> ops = block.ops().stream()
                .filter(op -> !(op instanceof Flow.Op.Stop) || !isCovered(op.line()))
                .toList();
        return new Flow.Block(block.label(), block.region(), ops, block.end());
    }

    private boolean isCovered(int line) {
        return line <= 0 || lines.get(line);
    }
}
