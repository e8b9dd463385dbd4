package dev.javait.benchmarks.floor;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * An event loop, and the hidden parameter of every asynchronous method. A method returns its result as it is; if {@link #unwinding} is not null after the call, the
 * callee waits, and the caller makes its frame, links the callee's to it and returns too.
 */
final class Loop {
    /** The result of the frame that ended last. */
    long result;

    Throwable error;

    /** The frame that was made last while the stack unwinds; null when nothing suspends. */
    Frame unwinding;

    private Frame[] ring = new Frame[64];
    private int head;
    private int tail;

    Sleeper[] heap = new Sleeper[64];
    int sleepers;

    private final AtomicReference<Runnable> inbox = new AtomicReference<>();

    /** Says that {@code frame} waits, for the one that calls it. */
    void suspend(Frame frame) {
        unwinding = frame;
    }

    /** Links the frame of the callee, and says that the caller waits. */
    void link(Frame caller) {
        unwinding.parent = caller;
        unwinding = caller;
    }

    void ready(Frame frame) {
        Frame[] into = ring;
        int end = tail;
        into[end] = frame;
        tail = (end + 1) & (into.length - 1);
        if (tail == head) {
            grow();
        }
    }

    private void grow() {
        int n = ring.length;
        Frame[] bigger = new Frame[n * 2];
        System.arraycopy(ring, head, bigger, 0, n - head);
        System.arraycopy(ring, 0, bigger, n - head, head);
        ring = bigger;
        head = 0;
        tail = n;
    }

    /** Runs until {@code main} is done. */
    long run(Task main) {
        while (!main.done) {
            turn();
        }
        return main.result;
    }

    private void turn() {
        Runnable posted = inbox.get();
        if (posted != null && inbox.compareAndSet(posted, null)) {
            posted.run();
        }
        if (sleepers > 0) {
            wake();
        }
        for (int n = (tail - head) & (ring.length - 1); n > 0; n--) {
            Frame[] from = ring;
            Frame frame = from[head];
            from[head] = null;
            head = (head + 1) & (from.length - 1);
            advance(frame);
        }
    }

    private void advance(Frame first) {
        for (Frame frame = first; frame != null; frame = frame.parent) {
            try {
                if (!frame.resume(this)) {
                    unwinding = null;
                    return;
                }
            } catch (RuntimeException | Error failure) {
                error = failure;
            }
        }
    }

    // Timers: a binary heap.

    void sleep(Sleeper sleeper) {
        if (sleepers == heap.length) {
            heap = Arrays.copyOf(heap, sleepers * 2);
        }
        int at = sleepers++;
        Sleeper[] in = heap;
        while (at > 0 && sleeper.when < in[(at - 1) >>> 1].when) {
            in[at] = in[(at - 1) >>> 1];
            at = (at - 1) >>> 1;
        }
        in[at] = sleeper;
    }

    private void wake() {
        long now = System.nanoTime();
        if (head == tail && heap[0].when - now > 0) {
            LockSupport.parkNanos(heap[0].when - now);
            now = System.nanoTime();
        }
        while (sleepers > 0 && heap[0].when - now <= 0) {
            ready(first());
        }
    }

    private Sleeper first() {
        Sleeper[] in = heap;
        Sleeper first = in[0];
        int n = --sleepers;
        Sleeper last = in[n];
        in[n] = null;
        int at = 0;
        for (int child = 1; child < n; child = 2 * at + 1) {
            if (child + 1 < n && in[child + 1].when < in[child].when) {
                child++;
            }
            if (last.when <= in[child].when) {
                break;
            }
            in[at] = in[child];
            at = child;
        }
        if (n > 0) {
            in[at] = last;
        }
        return first;
    }
}
