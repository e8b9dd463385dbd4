package dev.javait;

import java.util.ArrayList;
import java.util.List;

/** What happened, in order. */
final class Trail {
    private final List<String> events = new ArrayList<>();

    void add(String event) {
        events.add(event);
    }

    List<String> events() {
        return List.copyOf(events);
    }

    @Override
    public String toString() {
        return String.join("\n", events);
    }
}
