package dev.javait;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The timers of a loop by deadline: a heap in which each has {@value #WAYS} below it, with the deadlines in an array of their own, so that finding the next one
 * touches few lines of the cache. A cancelled one stays until its turn comes, or until more than half of more than {@value #FEW} are cancelled: then the heap is
 * rebuilt, as asyncio does.
 */
final class Timers {
    private static final int FEW = 100;
    private static final int WAYS = 4;

    private final EventLoop loop;
    private long[] times = new long[8];
    private @Nullable TimerHandle[] heap = new @Nullable TimerHandle[8];
    private int size;
    private int cancelled;
    private long made;

    Timers(EventLoop loop) {
        this.loop = loop;
    }

    void checkThread(TimerHandle timer) {
        loop.checkThread(timer, "cancel");
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    TimerHandle add(long when, Runnable action, Context context) {
        TimerHandle timer = new TimerHandle(this, when, made++, action, context);
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
            times = Arrays.copyOf(times, size * 2);
        }
        up(size++, timer);
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
        if (size > FEW && cancelled > size / 2) {
            forgetCancelled();
        }
        TimerHandle first = heap[0];
        while (first != null && first.isCancelled()) {
            take(first);
            cancelled--;
            first = heap[0];
        }
        return first;
    }

    /** Moves what is due at {@code now} to the ready queue. */
    void moveDue(long now, ReadyQueue ready) {
        for (TimerHandle first = first(); first != null && first.when <= now; first = first()) {
            take(first);
            ready.add(first);
        }
    }

    void clear() {
        Arrays.fill(heap, 0, size, null);
        size = 0;
        cancelled = 0;
    }

    private void take(TimerHandle first) {
        first.waiting = false;
        int end = --size;
        TimerHandle last = heap[end];
        heap[end] = null;
        if (last != null && end > 0) {
            down(0, last);
        }
    }

    private void forgetCancelled() {
        int n = 0;
        for (int i = 0; i < size; i++) {
            TimerHandle timer = heap[i];
            if (timer != null && !timer.isCancelled()) {
                put(n++, timer);
            }
        }
        Arrays.fill(heap, n, size, null);
        size = n;
        cancelled = 0;
        for (int i = (n - 2) / WAYS; i >= 0 && n > 1; i--) {
            TimerHandle timer = heap[i];
            if (timer != null) {
                down(i, timer);
            }
        }
    }

    /** The youngest of all goes from a free place towards the first as far as it must; of equal deadlines, the one that was set first comes first. */
    private void up(int from, TimerHandle timer) {
        int at = from;
        while (at > 0) {
            int above = (at - 1) / WAYS;
            if (times[above] <= timer.when) {
                break;
            }
            heap[at] = heap[above];
            times[at] = times[above];
            at = above;
        }
        put(at, timer);
    }

    private void down(int from, TimerHandle timer) {
        int at = from;
        for (int below = at * WAYS + 1; below < size; below = at * WAYS + 1) {
            int least = leastOf(below, Math.min(below + WAYS, size));
            if (isEarlier(timer.when, timer, least)) {
                break;
            }
            heap[at] = heap[least];
            times[at] = times[least];
            at = least;
        }
        put(at, timer);
    }

    private int leastOf(int from, int to) {
        int least = from;
        for (int i = from + 1; i < to; i++) {
            if (isEarlier(times[i], heap[i], least)) {
                least = i;
            }
        }
        return least;
    }

    /** Whether a timer comes before the one at {@code place}. */
    private boolean isEarlier(long when, @Nullable TimerHandle timer, int place) {
        if (when != times[place]) {
            return when < times[place];
        }
        TimerHandle other = heap[place];
        return timer != null && other != null && timer.order < other.order;
    }

    private void put(int place, TimerHandle timer) {
        heap[place] = timer;
        times[place] = timer.when;
    }
}
