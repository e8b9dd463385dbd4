package dev.javait.benchmarks.floor;

import java.util.ArrayDeque;

/** A bounded queue: whoever cannot go on waits in line, as a frame. */
final class Channel {
    private final int capacity;
    private final ArrayDeque<Integer> items = new ArrayDeque<>();
    final ArrayDeque<Frame> getters = new ArrayDeque<>();
    final ArrayDeque<Frame> putters = new ArrayDeque<>();

    Channel(int capacity) {
        this.capacity = capacity;
    }

    boolean offer(Loop loop, Integer item) {
        if (items.size() == capacity) {
            return false;
        }
        items.add(item);
        Frame getter = getters.poll();
        if (getter != null) {
            loop.ready(getter);
        }
        return true;
    }

    Integer poll(Loop loop) {
        Integer item = items.poll();
        if (item != null) {
            Frame putter = putters.poll();
            if (putter != null) {
                loop.ready(putter);
            }
        }
        return item;
    }
}
