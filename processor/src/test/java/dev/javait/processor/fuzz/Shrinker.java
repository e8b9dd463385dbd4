package dev.javait.processor.fuzz;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Makes a failing body small: deletes pieces of its decisions, puts inner pieces in the place of outer ones, lowers what is
 * left; and keeps whatever still fails. All that comes out is valid Java, for the writer replays the decisions.
 */
final class Shrinker {
    private final String name;
    private final Predicate<RandomClass> fails;
    private int budget;
    private RandomClass best;

    private Shrinker(RandomClass failing, String name, Predicate<RandomClass> fails, int budget) {
        this.best = failing;
        this.name = name;
        this.fails = fails;
        this.budget = budget;
    }

    /** The smallest class found for which {@code fails} holds, after trying {@code budget} of them. */
    static RandomClass shrink(RandomClass failing, String name, Predicate<RandomClass> fails, int budget) {
        var shrinker = new Shrinker(failing, name, fails, budget);
        boolean progress = true;
        while (progress && shrinker.budget > 0) {
            progress = shrinker.deletePieces() | shrinker.hoistPieces() | shrinker.lowerDecisions();
        }
        return shrinker.best;
    }

    private boolean accepts(int[] decisions) {
        if (budget <= 0) return false;
        var candidate = RandomClass.of(name, "shrunk", Choices.replay(decisions), best.size());
        if (!isSmaller(candidate)) return false;
        budget--;
        if (!fails.test(candidate)) return false;
        best = candidate;
        return true;
    }

    private boolean isSmaller(RandomClass candidate) {
        return candidate.source().text().length() < best.source().text().length();
    }

    private boolean deletePieces() {
        boolean progress = false;
        int index = 0;
        while (budget > 0) {
            List<Choices.Span> pieces = bySize();
            if (index >= pieces.size()) return progress;
            if (accepts(pieces.get(index).deletedFrom(best.choices().made()))) progress = true;
            else index++;
        }
        return progress;
    }

    private boolean hoistPieces() {
        boolean progress = false;
        int index = 0;
        while (budget > 0) {
            List<Choices.Span> pieces = bySize();
            if (index >= pieces.size()) return progress;
            if (hoistInto(pieces.get(index), pieces)) progress = true;
            else index++;
        }
        return progress;
    }

    private boolean hoistInto(Choices.Span outer, List<Choices.Span> pieces) {
        int[] made = best.choices().made();
        for (Choices.Span inner : pieces) {
            if (!outer.contains(inner) || !outer.kind.equals(inner.kind)) continue;
            if (accepts(outer.replacedIn(made, Arrays.copyOfRange(made, inner.start, inner.end)))) return true;
        }
        return false;
    }

    private boolean lowerDecisions() {
        boolean progress = false;
        for (int i = 0; i < best.choices().made().length && budget > 0; i++) {
            int[] made = best.choices().made();
            if (made[i] == 0) continue;
            int[] zeroed = made.clone();
            zeroed[i] = 0;
            progress |= accepts(zeroed);
        }
        return progress;
    }

    private List<Choices.Span> bySize() {
        return best.choices().spans().stream()
                .filter(span -> span.length() > 0)
                .sorted(Comparator.comparingInt(Choices.Span::length).reversed())
                .toList();
    }
}
