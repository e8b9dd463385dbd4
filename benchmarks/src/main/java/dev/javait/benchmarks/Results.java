package dev.javait.benchmarks;

import java.util.HashMap;
import java.util.Map;

/** All that was measured, by row, column and kind. */
final class Results {
    private record Key(String row, Column column, String kind) {}

    private final Map<Key, Figures> all = new HashMap<>();

    void add(String row, Column column, String kind, double value) {
        all.computeIfAbsent(new Key(row, column, kind), key -> new Figures()).add(value);
    }

    /** Empty if nothing was measured there. */
    Figures of(String row, Column column, String kind) {
        return all.getOrDefault(new Key(row, column, kind), new Figures());
    }
}
