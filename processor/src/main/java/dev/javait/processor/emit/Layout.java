package dev.javait.processor.emit;

import dev.javait.processor.model.Flow.Block;
import dev.javait.processor.model.Label;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the blocks of a section stand in its text. A case whose block, with all that stands in it, leads back to itself, is a loop: what goes round in it does not pass through the
 * {@code switch}, which just-in-time compilers do not see through.
 */
final class Layout {
    private final Places places;
    private final Copies copies;
    private final boolean structured;

    private Layout(Section section, Places places, boolean structured) {
        this.places = places;
        this.copies = new Copies(section.blocks(), places);
        this.structured = structured;
    }

    static List<List<Case>> of(List<Section> sections, Tuning tuning) {
        Map<Label, Integer> uses = Places.uses(sections);
        List<Layout> layouts = sections.stream()
                .map(section ->
                        new Layout(section, new Places(sections, section, uses, tuning.loops()), tuning.loops()))
                .toList();
        List<List<Case>> all = layouts.stream().map(Layout::cases).toList();
        if (!tuning.loops()) return all;
        Set<Label> named = new HashSet<>();
        all.forEach(cases -> cases.forEach(one -> named.addAll(one.tree().states())));
        List<List<Case>> turned = new ArrayList<>();
        for (int i = 0; i < layouts.size(); i++) {
            Layout layout = layouts.get(i);
            turned.add(new Turns(layout.places, layout::trees).of(joined(all.get(i), named)));
        }
        return turned;
    }

    /** What only the case before falls into is part of it; what nothing leads to any more, since it has been copied, goes. */
    private static List<Case> joined(List<Case> cases, Set<Label> named) {
        List<Case> joined = new ArrayList<>();
        for (Case one : cases) {
            if (joined.isEmpty() || named.contains(one.block().label())) {
                joined.add(one);
                continue;
            }
            Case before = joined.get(joined.size() - 1);
            if (before.tree().completes()) joined.add(Case.of(one.tree(), one.loops(), mayContinue(before, one)));
        }
        Case last = joined.get(joined.size() - 1);
        if (last.tree().completes())
            throw new IllegalStateException(
                    "falls out of the switch: " + last.block().label());
        return joined;
    }

    private static boolean mayContinue(Case before, Case one) {
        return !before.loops()
                && !one.loops()
                && Objects.equals(before.block().region(), one.block().region())
                && before.tree().all().noneMatch(tree -> binds(tree.block()));
    }

    private static boolean binds(Block block) {
        return Stream.concat(block.ops().stream().flatMap(op -> op.codes().stream()), block.end().codes().stream())
                .anyMatch(Places::mayBind);
    }

    private List<Case> cases() {
        List<Block> blocks = places.cases();
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            cases.add(laidOut(blocks.get(i), i + 1 < blocks.size() ? blocks.get(i + 1) : null));
        }
        return cases;
    }

    private Trees trees(@Nullable Block head, @Nullable Block next) {
        return new Trees(places, copies, structured, head, next);
    }

    private Case laidOut(Block block, @Nullable Block next) {
        if (structured) {
            Tree loop = trees(block, next).tree(block, Trees.LOOP_END);
            if (loop.repeats()) return Case.of(loop, true, false);
        }
        return Case.of(trees(null, next).tree(block, new Trees.Behind.Next()), false, false);
    }
}
