package dev.javait.processor.differential;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A file, and what is put into it. */
final class Sowing {
    /** Behind what ends at a place comes what begins there; what was added first is the outermost. */
    private static final Comparator<Insertion> ORDER = Comparator.comparingInt(Insertion::at)
            .thenComparing(Insertion::closes, Comparator.reverseOrder())
            .thenComparingInt(insertion -> insertion.closes() ? -insertion.number() : insertion.number());

    private final String text;
    private final List<Insertion> insertions = new ArrayList<>();
    private List<Change> last = List.of();

    Sowing(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** What a change makes. */
    enum Kind {
        /** A coroutine of a method's body. */
        METHOD,
        /** The end of one that gives nothing. */
        END,
        /** An async lambda in a lambda. */
        LAMBDA,
        /** An await. */
        AWAIT
    }

    /** What is taken out again as a whole. */
    static final class Change {
        private final Kind kind;
        /** Those without which it makes no sense, the one around it first. */
        private final List<Change> needed;

        private boolean dropped;
        private int start;
        private int end;

        private Change(Kind kind, Change... needed) {
            this.kind = kind;
            this.needed = List.of(needed);
        }

        void drop(boolean dropped) {
            this.dropped = dropped;
        }

        private boolean isDropped() {
            return dropped || needed.stream().anyMatch(Change::isDropped);
        }

        private boolean isWithin(int from, int to) {
            return from <= start && end <= to;
        }
    }

    private record Insertion(int at, boolean closes, int number, String text, Change change) {}

    Change method() {
        return new Change(Kind.METHOD);
    }

    Change in(Change method, Kind kind) {
        return new Change(kind, method);
    }

    /** An await in {@code method} of what {@code called} makes a coroutine of. */
    Change call(Change method, Change called) {
        return new Change(Kind.AWAIT, method, called);
    }

    long count(Kind kind) {
        return changes().stream().filter(change -> change.kind == kind).count();
    }

    void open(Change change, int at, String inserted) {
        insertions.add(new Insertion(at, false, insertions.size(), inserted, change));
    }

    void close(Change change, int at, String inserted) {
        insertions.add(new Insertion(at, true, insertions.size(), inserted, change));
    }

    /** The changes that are not dropped, those that make no sense without another one behind it. */
    List<Change> changes() {
        return insertions.stream()
                .map(Insertion::change)
                .filter(change -> !change.isDropped())
                .distinct()
                .toList();
    }

    /** The file with all changes that are not dropped. */
    String sown() {
        last = changes();
        for (Change change : last) change.start = Integer.MAX_VALUE;
        StringBuilder sown = new StringBuilder();
        int done = 0;
        for (Insertion insertion : insertions.stream().sorted(ORDER).toList()) {
            Change change = insertion.change;
            if (change.isDropped()) continue;
            sown.append(text, done, insertion.at);
            done = insertion.at;
            change.start = Math.min(change.start, sown.length());
            sown.append(insertion.text);
            change.end = sown.length();
        }
        return sown.append(text, done, text.length()).toString();
    }

    /** The methods that are still changed, as they are now. */
    String excerpt() {
        String sown = sown();
        return last.stream()
                .filter(change -> change.kind == Kind.METHOD)
                .map(change -> sown.substring(sown.lastIndexOf('\n', change.start) + 1, change.end))
                .collect(Collectors.joining("\n"));
    }

    /**
     * Drops the smallest coroutine that is around or in some code.
     *
     * @param from where that begins, in what {@link #sown} gave last
     * @return whether there was one
     */
    boolean dropMethod(int from, int to) {
        Optional<Change> smallest = last.stream()
                .filter(change -> change.kind == Kind.METHOD && change.start <= to && from <= change.end)
                .min(Comparator.comparingInt(change -> change.end - change.start));
        smallest.ifPresent(method -> method.dropped = true);
        return smallest.isPresent();
    }

    /**
     * Drops what an error may come from: the smallest change around it, or else those that are in the code that it is about.
     *
     * @param at where in what {@link #sown} gave last
     * @return whether there was anything
     */
    boolean drop(int from, int at, int to) {
        Optional<Change> smallest = last.stream()
                .filter(change -> change.start <= at && at <= change.end)
                .min(Comparator.comparingInt(change -> change.end - change.start));
        List<Change> about = new ArrayList<>();
        if (smallest.isPresent() && smallest.get().kind != Kind.METHOD) about.add(smallest.get());
        else for (Change change : last) if (change.kind != Kind.METHOD && change.isWithin(from, to)) about.add(change);
        if (about.isEmpty()) smallest.ifPresent(about::add);
        for (Change change : about) change.dropped = true;
        return !about.isEmpty();
    }
}
