package dev.javait;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The timers of a loop by deadline. A cancelled one stays until its turn comes, or until more than half of more than {@value #FEW} are cancelled: then
 * the heap is rebuilt, as asyncio does.
 */
final class Timers {
    private static final int FEW = 100;

    /** Of equal deadlines, the one that was set first. */
    private static final Comparator<TimerHandle> EARLIER = (a, b) -> {
        int byTime = Long.compare(a.when, b.when);
        return byTime != 0 ? byTime : Long.compare(a.order, b.order);
    };

    private final EventLoop loop;
    private final PriorityQueue<TimerHandle> heap = new PriorityQueue<>(EARLIER);
    private int cancelled;
    private long made;

    Timers(EventLoop loop) {
        this.loop = loop;
    }

    void checkThread(TimerHandle timer) {
        loop.checkThread(timer, "cancel");
    }

    boolean isEmpty() {
        return heap.isEmpty();
    }

    int size() {
        return heap.size();
    }

    TimerHandle add(long when, Runnable action, Context context) {
        TimerHandle timer = new TimerHandle(this, when, made++, action, context);
        heap.add(timer);
        return timer;
    }

    /** A timer that is due already, and for the caller to queue. */
    TimerHandle due(long when, Runnable action, Context context) {
        TimerHandle timer = new TimerHandle(this, when, made++, action, context);
        timer.waiting = false;
        return timer;
    }

    void cancelled() {
        cancelled++;
    }

    /** Forgets cancelled timers where that is cheap or due, and gives the first that is left. */
    @Nullable
    TimerHandle first() {
        if (heap.size() > FEW && cancelled > heap.size() / 2) {
            heap.removeIf(TimerHandle::isCancelled);
            cancelled = 0;
        }
        TimerHandle first = heap.peek();
        while (first != null && first.isCancelled()) {
            take();
            cancelled--;
            first = heap.peek();
        }
        return first;
    }

    /** Moves what is due at {@code now} to the ready queue. */
    void moveDue(long now, ReadyQueue ready) {
        for (TimerHandle first = first(); first != null && first.when <= now; first = first()) {
            ready.add(take());
        }
    }

    void clear() {
        heap.clear();
        cancelled = 0;
    }

    private TimerHandle take() {
        TimerHandle first = heap.remove();
        first.waiting = false;
        return first;
    }
}
