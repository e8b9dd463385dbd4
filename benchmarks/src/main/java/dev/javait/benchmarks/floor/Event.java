package dev.javait.benchmarks.floor;

import java.util.ArrayList;
import java.util.List;

/** What tasks wait for until it is set. */
final class Event {
    private final List<Frame> waiting = new ArrayList<>();

    void join(Frame frame) {
        waiting.add(frame);
    }

    void set(Loop loop) {
        waiting.forEach(loop::ready);
        waiting.clear();
    }
}
