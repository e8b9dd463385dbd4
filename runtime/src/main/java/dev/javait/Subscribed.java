package dev.javait;

import dev.javait.frame.Await;
import dev.javait.frame.LibraryFrame;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Goes through what a publisher publishes. Signals come on any thread and stand in a queue, in the order in which they came; only somebody who waits is woken by way of
 * the loop.
 *
 * <pre>
 *           moveNext                  onComplete or onError is taken, or close
 *   FRESH -----------&gt; SUBSCRIBED ---------------------------------------------&gt; ENDED
 * </pre>
 */
final class Subscribed<T> implements AsyncIterator<T>, Flow.Subscriber<T> {
    private record End(@Nullable Throwable error) {}

    private final Flow.Publisher<? extends T> publisher;
    private final int prefetch;
    private final Queue<Object> signals = new ConcurrentLinkedQueue<>();

    /** Set by who waits, taken by who wakes it. */
    private final AtomicBoolean waiting = new AtomicBoolean();

    private volatile boolean ended;
    private volatile Flow.@Nullable Subscription subscription;

    // In the loop only.
    private @Nullable EventLoop loop;
    private @Nullable Promise<@Nullable Object> arrival;
    private @Nullable T current;
    private int taken;

    Subscribed(Flow.Publisher<? extends T> publisher, int prefetch) {
        this.publisher = publisher;
        this.prefetch = prefetch;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        Objects.requireNonNull(given, "subscription");
        if (subscription != null || ended) {
            given.cancel();
            return;
        }
        subscription = given;
        given.request(prefetch);
    }

    @Override
    public void onNext(T element) {
        signal(Objects.requireNonNull(element, "element"));
    }

    @Override
    public void onError(Throwable error) {
        signal(new End(Objects.requireNonNull(error, "error")));
    }

    @Override
    public void onComplete() {
        signal(new End(null));
    }

    private void signal(Object signal) {
        signals.add(signal);
        if (waiting.getAndSet(false)) {
            EventLoop to = loop;
            if (to != null) {
                to.post(this::wake);
            }
        }
    }

    private void wake() {
        EventLoop here = loop;
        if (here != null) {
            here.outside--;
        }
        if (arrival != null && !arrival.isDone()) {
            arrival.succeed(null);
        }
    }

    @Override
    public Coroutine<Boolean> moveNext() {
        return new Move();
    }

    @Override
    public T current() {
        if (current == null) {
            throw new IllegalStateException(
                    "there is no current element: await moveNext() first, and that must give true");
        }
        return current;
    }

    @Override
    public Coroutine<@Nullable Void> close() {
        return new Close();
    }

    private void end() {
        ended = true;
        current = null;
        signals.clear();
        Flow.Subscription given = subscription;
        if (given != null) {
            given.cancel();
        }
    }

    private final class Move extends LibraryFrame<Boolean> {
        @Override
        protected @Nullable Object resume(int state, @Nullable Object value, @Nullable Throwable error)
                throws Throwable {
            if (state == 0) {
                begin();
            } else {
                stopWaiting();
                arrival = null;
            }
            if (error != null) {
                throw error;
            }
            if (ended) {
                return false;
            }
            Object signal = signals.poll();
            return signal == null ? await() : take(signal);
        }

        private void begin() {
            if (arrival != null) {
                throw new IllegalStateException(
                        "two tasks at once cannot move one iterator of a publisher; each takes one of its own");
            }
            current = null;
            if (loop == null && !ended) {
                loop = EventLoop.running("moveNext");
                publisher.subscribe(Subscribed.this);
            }
        }

        private Object await() throws Throwable {
            EventLoop here = EventLoop.running("moveNext");
            here.outside++;
            waiting.set(true);
            Object signal = signals.poll();
            if (signal != null) {
                stopWaiting();
                return take(signal);
            }
            Promise<@Nullable Object> next = new Promise<>(here);
            arrival = next;
            Await.of(next);
            return suspend(1);
        }

        /** Nobody waits any more. Whoever has taken the notice that somebody does will come to {@link #wake}, and counts there. */
        private void stopWaiting() {
            EventLoop here = loop;
            if (waiting.getAndSet(false) && here != null) {
                here.outside--;
            }
        }

        @SuppressWarnings("unchecked")
        private boolean take(Object signal) throws Throwable {
            if (signal instanceof End end) {
                ended = true;
                if (end.error != null) {
                    throw end.error;
                }
                return false;
            }
            current = (T) signal;
            taken++;
            Flow.Subscription given = subscription;
            if (given != null && taken >= (prefetch + 1) / 2) {
                int more = taken;
                taken = 0;
                given.request(more);
            }
            return true;
        }

        @Override
        public StackTraceElement location(int state) {
            return Places.in("AsyncIterator", "moveNext");
        }
    }

    private final class Close extends LibraryFrame<@Nullable Void> {
        @Override
        protected @Nullable Object resume(int state, @Nullable Object value, @Nullable Throwable error) {
            end();
            return null;
        }

        @Override
        public StackTraceElement location(int state) {
            return Places.in("AsyncIterator", "close");
        }
    }
}
