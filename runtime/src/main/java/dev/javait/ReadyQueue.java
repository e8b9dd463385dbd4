package dev.javait;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is ready to run, first in, first out: a ring of tasks to step and {@link Handle}s to call. */
final class ReadyQueue {
    private @Nullable Object[] ring = new Object[64];
    private int head;
    private int tail;

    boolean isEmpty() {
        return head == tail;
    }

    int size() {
        return (tail - head) & (ring.length - 1);
    }

    void add(Object taskOrHandle) {
        Object[] into = ring;
        int end = tail;
        into[end] = taskOrHandle;
        tail = (end + 1) & (into.length - 1);
        if (tail == head) {
            grow();
        }
    }

    /** The first one; only when there is one. */
    Object take() {
        Object[] from = ring;
        Object first = from[head];
        from[head] = null;
        head = (head + 1) & (from.length - 1);
        return first;
    }

    /** Lets the {@code n}th after the first be the first, and the first be in its place. */
    void bringForward(int n) {
        int from = (head + n) & (ring.length - 1);
        Object chosen = ring[from];
        ring[from] = ring[head];
        ring[head] = chosen;
    }

    void clear() {
        Arrays.fill(ring, null);
        head = 0;
        tail = 0;
    }

    private void grow() {
        int n = ring.length;
        Object[] bigger = new Object[n * 2];
        System.arraycopy(ring, head, bigger, 0, n - head);
        System.arraycopy(ring, 0, bigger, n - head, head);
        ring = bigger;
        head = 0;
        tail = n;
    }
}
