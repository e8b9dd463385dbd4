package dev.javait.processor.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The decisions behind a random body, so that the same decisions, or fewer and smaller ones, make a body again. Zero is
 * always the simplest decision, and what is asked for beyond the end is zero.
 */
final class Choices {
    private final Random random;
    private final int[] replayed;
    private final List<Integer> made = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();

    private Choices(Random random, int[] replayed) {
        this.random = random;
        this.replayed = replayed;
    }

    static Choices random(long seed) {
        return new Choices(new Random(seed * 0x9E3779B97F4A7C15L), new int[0]);
    }

    static Choices replay(int[] decisions) {
        return new Choices(null, decisions);
    }

    /** A number from 0 to {@code bound - 1}. */
    int pick(int bound) {
        int decision = 0;
        if (random != null) decision = random.nextInt(bound);
        else if (made.size() < replayed.length) decision = Math.floorMod(replayed[made.size()], bound);
        made.add(decision);
        return decision;
    }

    boolean chance(int percent) {
        return pick(100) >= 100 - percent;
    }

    <T> T of(List<T> options) {
        return options.get(pick(options.size()));
    }

    /** Begins a piece that a smaller body may do without; {@code kind} says what may stand for what. */
    Span open(String kind) {
        var span = new Span(kind, made.size());
        spans.add(span);
        return span;
    }

    void close(Span span) {
        span.end = made.size();
    }

    int[] made() {
        return made.stream().mapToInt(Integer::intValue).toArray();
    }

    List<Span> spans() {
        return spans;
    }

    /** Consecutive decisions that make one piece of the body. */
    static final class Span {
        final String kind;
        final int start;
        int end;

        private Span(String kind, int start) {
            this.kind = kind;
            this.start = start;
            this.end = start;
        }

        int length() {
            return end - start;
        }

        boolean contains(Span other) {
            return this != other && start <= other.start && other.end <= end;
        }

        int[] deletedFrom(int[] decisions) {
            return replacedIn(decisions, new int[0]);
        }

        int[] replacedIn(int[] decisions, int[] replacement) {
            int[] shorter = Arrays.copyOf(decisions, decisions.length - length() + replacement.length);
            System.arraycopy(replacement, 0, shorter, start, replacement.length);
            System.arraycopy(decisions, end, shorter, start + replacement.length, decisions.length - end);
            return shorter;
        }
    }
}
