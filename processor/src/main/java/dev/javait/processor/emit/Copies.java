package dev.javait.processor.emit;

import dev.javait.processor.model.Code;
import dev.javait.processor.model.Flow.Block;
import dev.javait.processor.model.Flow.Op;
import dev.javait.processor.model.Flow.Terminator;
import dev.javait.processor.model.Label;
import dev.javait.processor.model.Part;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which blocks may stand in the place of a jump to them a second time: short ones that end a turn of the loop.
 *
 * <p>Where a copy would be the first place of a line, none is made. Some debuggers, {@code jdb} for one, set a breakpoint at the first place alone, and would pass by the line when it is
 * reached through the other.
 */
final class Copies {
    private static final int MOST = 16;
    private static final int OPS = 3;
    private static final int TEXT = 120;

    private final Places places;
    private final Map<Label, Integer> positions = new IdentityHashMap<>();
    /** For each block, the lines of it and of all before it. */
    private final Map<Label, BitSet> linesSoFar = new IdentityHashMap<>();

    private int made;

    Copies(List<Block> blocks, Places places) {
        this.places = places;
        var lines = new BitSet();
        for (Block block : blocks) {
            positions.put(block.label(), positions.size());
            addLines(block, lines);
            linesSoFar.put(block.label(), (BitSet) lines.clone());
        }
    }

    private static void addLines(Block block, BitSet lines) {
        for (Op op : block.ops()) {
            lines.set(op.line());
            op.codes().forEach(code -> addLines(code, lines));
        }
        lines.set(block.end().line());
        // the labels of a switch are no code
        if (!(block.end() instanceof Terminator.Dispatch)) block.end().codes().forEach(code -> addLines(code, lines));
    }

    private static void addLines(Code code, BitSet lines) {
        code.forEach(part -> {
            if (part instanceof Part.Line line) lines.set(line.line());
        });
    }

    /**
     * Whether {@code copied} may stand in {@code from}.
     *
     * @param head of the loop that both are in
     * @param midst whether it would stand in the midst of the user's text, among names that are the text's
     */
    boolean mayMake(Block from, Block copied, Label head, boolean midst) {
        if (made >= MOST || !endsTurn(copied, head, 1)) return false;
        if (!isShort(copied) || (midst && namesMore(copied))) return false;
        // what is named once does not stay where it was
        if (!places.isNamedOnce(copied.label()) && !isLaterPlace(from, copied)) return false;
        made++;
        return true;
    }

    private boolean endsTurn(Block block, Label head, int more) {
        if (!(block.end() instanceof Terminator.Goto jump)) return false;
        if (jump.label().equals(head)) return true;
        Block next = places.at(jump.label());
        return more > 0
                && next != null
                && Objects.equals(next.region(), block.region())
                && isShort(next)
                && endsTurn(next, head, more - 1);
    }

    private static boolean isShort(Block block) {
        int text = 0;
        for (Op op : block.ops()) {
            for (Code code : op.codes()) {
                for (Part part : code.parts()) {
                    if (!isPlain(part)) return false;
                    text += part instanceof Part.Text t ? t.text().length() : 2;
                }
            }
        }
        return block.ops().size() <= OPS && text <= TEXT;
    }

    private static boolean isPlain(Part part) {
        if (part instanceof Part.Text text)
            return !text.text().contains("{") && !text.text().contains("->");
        return part instanceof Part.Use
                || part instanceof Part.Line
                || part instanceof Part.ClassUse
                || part instanceof Part.Self;
    }

    private boolean namesMore(Block block) {
        Terminator.@Nullable Suspend resumed = places.suspension(block.label());
        return (resumed != null && resumed.result() != null)
                || block.ops().stream().anyMatch(Copies::declares)
                || block.ops().stream()
                        .flatMap(op -> op.codes().stream())
                        .flatMap(code -> code.parts().stream())
                        .anyMatch(part -> part instanceof Part.ClassUse);
    }

    private static boolean declares(Op op) {
        return op instanceof Op.Declare || (op instanceof Op.Assign assign && assign.declares());
    }

    private boolean isLaterPlace(Block from, Block copied) {
        int place = Objects.requireNonNull(positions.get(from.label()));
        if (Objects.requireNonNull(positions.get(copied.label())) < place) return true;
        var lines = new BitSet();
        for (Op op : copied.ops()) {
            lines.set(op.line());
            op.codes().forEach(code -> addLines(code, lines));
        }
        lines.andNot(Objects.requireNonNull(linesSoFar.get(from.label())));
        return lines.isEmpty();
    }
}
