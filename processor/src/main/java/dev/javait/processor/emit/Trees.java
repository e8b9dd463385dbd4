package dev.javait.processor.emit;

import dev.javait.processor.model.AwaitKind;
import dev.javait.processor.model.Flow.Block;
import dev.javait.processor.model.Flow.Op;
import dev.javait.processor.model.Flow.Region;
import dev.javait.processor.model.Flow.Terminator;
import dev.javait.processor.model.Label;
import dev.javait.processor.model.Part;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lays out a block with all that stands in it, for one case. */
final class Trees {
    static final Behind NOTHING = new Behind.Nothing();
    static final Behind LOOP_END = new Behind.LoopEnd();

    private static final Path FALLS = new Path.Falls();

    private final Places places;
    private final Copies copies;
    /** Whether more is done than to let cases fall into the next one. */
    private final boolean structured;

    private final @Nullable Block head;
    private final @Nullable Block next;

    /**
     * @param head of the loop that the case is; null if it is none
     * @param next the block of the next case, or null
     */
    Trees(Places places, Copies copies, boolean structured, @Nullable Block head, @Nullable Block next) {
        this.places = places;
        this.copies = copies;
        this.structured = structured;
        this.head = head;
        this.next = next;
    }

    /** What stands behind the place that is written. */
    sealed interface Behind {
        record Nothing() implements Behind {}

        record Next() implements Behind {}

        /** What both sides of an {@code if} go on with. */
        record Join(Label label) implements Behind {}

        record LoopEnd() implements Behind {}
    }

    Tree tree(Block block, Behind behind) {
        Map<Label, Path> aside = aside(block);
        if (block.end() instanceof Terminator.Goto jump)
            return new Tree(block, aside, null, path(block, jump.label(), behind));
        if (block.end() instanceof Terminator.Suspend suspend && suspend.kind() != AwaitKind.EMIT)
            return new Tree(block, aside, null, path(block, suspend.resume(), behind));
        if (block.end() instanceof Terminator.Branch branch) return forked(block, aside, branch, behind);
        return new Tree(block, aside, null, new Path.Ends());
    }

    private Map<Label, Path> aside(Block block) {
        Map<Label, Path> aside = new LinkedHashMap<>();
        for (Op op : block.ops()) {
            if (op instanceof Op.Run run && run.mayStopJumps()) continue;
            op.codes()
                    .forEach(code -> code.forEach(part -> {
                        if (part instanceof Part.Goto jump) aside(block, jump.label(), true, aside);
                    }));
        }
        // the arms of a switch over a number that was made up are no place of the user's text
        boolean select = block.end() instanceof Terminator.Select;
        if (select || block.end() instanceof Terminator.Dispatch)
            block.end().targets().forEach(label -> aside(block, label, !select, aside));
        return aside;
    }

    private void aside(Block from, Label to, boolean midst, Map<Label, Path> aside) {
        Path path = path(from, to, NOTHING, midst);
        if (!(path instanceof Path.Jumps)) aside.put(to, path);
    }

    private Tree forked(Block block, Map<Label, Path> aside, Terminator.Branch branch, Behind behind) {
        Label then = branch.whenTrue();
        Label otherwise = branch.whenFalse();
        boolean ownsThen = places.owns(block, then);
        boolean ownsOtherwise = places.owns(block, otherwise);
        if (ownsThen && ownsOtherwise) {
            Label end = Objects.requireNonNull(places.tail(then));
            Behind join = new Behind.Join(end);
            var fork = new Tree.Fork(false, stands(then, join), stands(otherwise, join));
            return new Tree(block, aside, fork, path(block, end, behind));
        }
        if (ownsThen) return around(block, aside, then, otherwise, false, behind);
        if (ownsOtherwise) return around(block, aside, otherwise, then, true, behind);
        boolean negated = goesOn(path(block, then, behind)) && !goesOn(path(block, otherwise, behind));
        var fork = new Tree.Fork(negated, path(block, negated ? otherwise : then, NOTHING), null);
        return new Tree(block, aside, fork, path(block, negated ? then : otherwise, behind));
    }

    /** {@code if (condition) { inner }} where what comes behind it is the other side; else {@code if (!condition) jump}, and {@code inner} behind that. */
    private Tree around(Block block, Map<Label, Path> aside, Label inner, Label other, boolean negated, Behind behind) {
        Label end = places.resolve(other, block.region());
        boolean joins = end.equals(places.tail(inner));
        boolean fallsPast = (head == null || behind instanceof Behind.Join) && goesOn(path(block, other, behind));
        if (structured && (joins || fallsPast)) {
            Path within = stands(inner, joins ? new Behind.Join(end) : NOTHING);
            return new Tree(block, aside, new Tree.Fork(negated, within, null), path(block, other, behind));
        }
        var fork = new Tree.Fork(!negated, path(block, other, NOTHING), null);
        return new Tree(block, aside, fork, stands(inner, behind));
    }

    private Path stands(Label label, Behind behind) {
        return new Path.Stands(tree(Objects.requireNonNull(places.at(label)), behind));
    }

    private static boolean goesOn(Path path) {
        return path instanceof Path.Falls
                || path instanceof Path.Enters
                || (path instanceof Path.Repeats repeats && repeats.last());
    }

    private Path path(Block from, Label to, Behind behind) {
        return path(from, to, behind, false);
    }

    private Path path(Block from, Label to, Behind behind, boolean midst) {
        Label end = structured ? places.resolve(to, from.region()) : to;
        if (behind instanceof Behind.Join join && end.equals(join.label())) return FALLS;
        Block target = places.at(end);
        if (target == null) return new Path.Jumps(to);
        boolean protectedAlike = Objects.equals(target.region(), from.region());
        if (behind instanceof Behind.Next && next != null) {
            if (leadsTo(next, to, end, from.region())) return FALLS;
            if (end.equals(next.label())) return new Path.Enters(end);
        }
        boolean binds = from.end() instanceof Terminator.Branch branch && Places.mayBind(branch.condition());
        // a return among the ways on from a finally makes loops slower
        boolean mayMove = !midst && (Places.isRethrow(target) || !(binds || from.end() instanceof Terminator.Select));
        if (structured && protectedAlike && mayMove && places.isExit(target)) return stands(end, NOTHING);
        if (head == null || !protectedAlike) return new Path.Jumps(end);
        if (end.equals(head.label())) return new Path.Repeats(behind instanceof Behind.LoopEnd);
        if (!binds && copies.mayMake(from, target, head.label(), midst)) return stands(end, behind);
        return next != null && leadsTo(next, to, end, from.region()) ? new Path.Breaks() : new Path.Jumps(end);
    }

    /** Whether falling into {@code next} is a jump to {@code to}, which ends up at {@code end}. */
    private boolean leadsTo(Block next, Label to, Label end, @Nullable Region region) {
        return Objects.equals(next.region(), region)
                && (next.label().equals(to)
                        || next.label().equals(end)
                        || (structured && places.resolve(next.label(), region).equals(end)));
    }
}
