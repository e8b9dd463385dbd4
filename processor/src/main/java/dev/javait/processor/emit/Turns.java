package dev.javait.processor.emit;

import dev.javait.processor.model.Flow.Block;
import dev.javait.processor.model.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Joins the cases that make up the turn of a loop, where the method resumes in the midst of it. */
final class Turns {
    /** How many parts the turn of a loop may have; each is asked for in each turn. */
    private static final int PARTS = 3;

    private final Places places;
    private final BiFunction<@Nullable Block, @Nullable Block, Trees> trees;

    /** @param trees for the head of a loop, or null, and for what comes next */
    Turns(Places places, BiFunction<@Nullable Block, @Nullable Block, Trees> trees) {
        this.places = places;
        this.trees = trees;
    }

    List<Case> of(List<Case> cases) {
        List<Case> turned = new ArrayList<>();
        for (int i = 0; i < cases.size(); ) {
            List<List<Case>> turn = turn(cases, i);
            int end = i + turn.stream().mapToInt(List::size).sum();
            Case loop = turn.isEmpty() ? null : asLoop(turn, end < cases.size() ? cases.get(end) : null);
            if (loop == null || !isWhole(loop)) {
                turned.add(cases.get(i++));
                continue;
            }
            turned.add(loop);
            if (end < cases.size() && cases.get(end).continues()) {
                turned.add(Case.of(cases.get(end).tree(), false, false));
                end++;
            }
            i = end;
        }
        return turned;
    }

    /** Whether each block of a part falls into the next one, and nothing else leads there, where no state is any more. */
    private static boolean isWhole(Case loop) {
        for (List<Tree> part : loop.turn()) {
            for (Tree tree : part.subList(0, part.size() - 1)) {
                if (!tree.falls()) return false;
            }
            for (Tree inner : part.subList(1, part.size())) {
                Label label = inner.block().label();
                if (loop.turn().stream()
                        .flatMap(List::stream)
                        .anyMatch(tree -> tree.states().contains(label))) return false;
            }
        }
        return true;
    }

    /** The parts of a turn of the loop that begins at {@code first}, where each falls into the next and the last jumps back; empty where there is none. */
    private List<List<Case>> turn(List<Case> cases, int first) {
        Case head = cases.get(first);
        List<List<Case>> turn = new ArrayList<>(List.of(List.of(head)));
        int at = first;
        while (turn.size() < PARTS && cases.get(at).tree().completes()) {
            List<Case> part = withContinued(cases, at + 1);
            if (part.isEmpty() || !mayBePart(part.get(0), head)) return List.of();
            int jump = lastJump(part, head.block().label());
            turn.add(part.subList(0, jump < 0 ? part.size() : jump + 1));
            if (jump >= 0) return turn;
            at += part.size();
        }
        return List.of();
    }

    private boolean mayBePart(Case one, Case head) {
        return !one.loops()
                && !one.continues()
                && Objects.equals(one.block().region(), head.block().region())
                && places.suspension(one.block().label()) != null;
    }

    private static int lastJump(List<Case> part, Label label) {
        int last = part.size() - 1;
        while (last >= 0 && !part.get(last).tree().states().contains(label)) last--;
        return last;
    }

    private static List<Case> withContinued(List<Case> cases, int first) {
        int end = first;
        while (end < cases.size() && (end == first || cases.get(end).continues())) end++;
        return cases.subList(first, end);
    }

    private Case asLoop(List<List<Case>> parts, @Nullable Case next) {
        List<Block> blocks =
                parts.stream().flatMap(List::stream).map(Case::block).toList();
        Trees writing = trees.apply(blocks.get(0), next == null ? null : next.block());
        List<List<Tree>> turn = new ArrayList<>();
        int at = 0;
        for (List<Case> part : parts) {
            List<Tree> trees = new ArrayList<>();
            for (Case one : part) {
                at++;
                trees.add(writing.tree(
                        one.block(), at == blocks.size() ? Trees.LOOP_END : join(one.block(), blocks.get(at))));
            }
            turn.add(trees);
        }
        return new Case(turn, true, false);
    }

    private Trees.Behind join(Block block, Block next) {
        return new Trees.Behind.Join(places.resolve(next.label(), block.region()));
    }
}
