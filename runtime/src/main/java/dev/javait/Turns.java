package dev.javait;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The turns of a loop: what is ready, when, and in which order, and how the thread sleeps in between.
 *
 * <p>A turn moves what other threads posted and then the timers that are due to the ready queue, and runs exactly what is in it at that moment; what is queued
 * meanwhile waits for the next turn. If nothing is ready, the thread sleeps until the next timer or until it is woken.
 */
final class Turns {
    /** In a shuffled loop, one in so many is put off to the next turn. */
    private static final int LATER = 8;

    final LoopClock clock;
    private final EventLoop loop;
    private final ReadyQueue ready;
    private final Timers timers;
    private final Inbox inbox = new Inbox();
    private final Sleeper sleeper = new Sleeper(inbox);

    /** Says what runs next; null for first in, first out. */
    private final @Nullable SplittableRandom order;

    private boolean stopping;

    Turns(EventLoop loop, LoopClock clock, @Nullable SplittableRandom order) {
        this.loop = loop;
        this.ready = loop.ready;
        this.timers = new Timers(loop);
        this.clock = clock;
        this.order = order;
    }

    /** Hands a handle to the loop; false if that is closed. Thread-safe. */
    boolean post(Handle handle) {
        return sleeper.post(handle);
    }

    TimerHandle after(long nanos, Runnable action, Context context) {
        return timers.add(deadline(nanos), action, context);
    }

    /** Calls {@code action} at a time; one that is past, as soon as what is ready has run. */
    TimerHandle at(long when, Runnable action, Context context) {
        if (when > clock.nanos()) {
            return timers.add(when, action, context);
        }
        TimerHandle now = timers.due(when, action, context);
        ready.add(now);
        return now;
    }

    /** The time in so many nanoseconds. */
    long deadline(long nanos) {
        long now = clock.nanos();
        return nanos > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + nanos;
    }

    /** Lets the turn in which {@code completion}'s callbacks run be the last one. */
    void stopAfter(Completion<?> completion) {
        completion.whenDone(Handle.of(Context.EMPTY, () -> stopping = true));
    }

    void runUntilStopped(@Nullable Interrupts watch) {
        stopping = false;
        while (!stopping) {
            turn(watch);
        }
        stopping = false;
    }

    /** One turn. */
    void turn(@Nullable Interrupts watch) {
        inbox.drainTo(ready);
        if (ready.isEmpty()) {
            idle(watch);
            inbox.drainTo(ready);
        }
        if (!timers.isEmpty()) {
            timers.moveDue(clock.nanos(), ready);
        }
        if (order == null) {
            for (int n = ready.size(); n > 0; n--) {
                loop.runNext(ready.take());
            }
        } else {
            runShuffled(order);
        }
        loop.turned();
    }

    private void runShuffled(SplittableRandom chance) {
        for (int n = ready.size(); n > 0; n--) {
            if (n > 1) {
                ready.bringForward(chance.nextInt(n));
                if (chance.nextInt(LATER) == 0) {
                    ready.add(ready.take());
                    continue;
                }
            }
            loop.runNext(ready.take());
        }
    }

    /** Waits until something is posted or a timer is due. */
    private void idle(@Nullable Interrupts watch) {
        TimerHandle first = timers.first();
        if (first == null && !loop.mayBeWoken() && inbox.isEmpty()) {
            throw new DeadlockError(Reports.deadlock(loop.tasks()));
        }
        if (first != null && clock.isVirtual() && loop.busy == 0) {
            clock.jumpTo(first.when);
            return;
        }
        long until = first == null || clock.isVirtual() ? Long.MAX_VALUE : first.when;
        if (!sleeper.sleep(clock, until) && watch != null) {
            watch.interrupted();
        }
    }

    /** Takes nothing any more, but runs what other threads have posted until now: what was taken is not lost. */
    void takeNoMore() {
        inbox.closeTo(ready);
        if (!ready.isEmpty()) {
            turn(null);
        }
    }

    void clear() {
        inbox.closeTo(ready);
        ready.clear();
        timers.clear();
    }
}
