package dev.javait;

import dev.javait.frame.Await;
import dev.javait.frame.LibraryFrame;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One subscription to an asynchronous iterable: pumps elements from the iterator to the subscriber as long as that wants any, by a task.
 *
 * <pre>
 *              onSubscribe returned            request                 all that was asked for was given
 *   ANNOUNCED ----------------------&gt; RESTING --------&gt; PUMPING (a task) -------------------------&gt; RESTING
 *                                        |                  |  the source ended or failed, cancel
 *                                        `--- cancel ----&gt; OVER: the iterator is closed
 * </pre>
 */
final class Published<T> implements Flow.Subscription {
    private final EventLoop loop;
    private final Flow.Subscriber<? super T> subscriber;
    private final AsyncIterable<T> source;

    /** How many elements it wants; less than zero when it asked for a number that makes no sense. */
    private final AtomicLong wanted = new AtomicLong();

    private volatile boolean cancelled;

    // In the loop only.
    private @Nullable AsyncIterator<T> iterator;
    private @Nullable Task<?> pump;
    private boolean over;

    private Published(AsyncIterable<T> source, EventLoop loop, Flow.Subscriber<? super T> subscriber) {
        this.loop = loop;
        this.subscriber = subscriber;
        this.source = source;
    }

    static <T> void subscribe(AsyncIterable<T> source, EventLoop loop, Flow.Subscriber<? super T> subscriber) {
        Published<T> subscription = new Published<>(source, loop, Objects.requireNonNull(subscriber, "subscriber"));
        subscriber.onSubscribe(subscription);
        if (!loop.post(subscription::begin)) {
            subscriber.onError(
                    new RejectedExecutionException("the event loop is closed, and publishes nothing any more"));
        }
    }

    /** Signals come one after the other, so nothing is pumped before onSubscribe has returned. */
    private void begin() {
        loop.outside++;
        try {
            iterator = source.iterator();
            if (cancelled) {
                stop();
            } else if (wanted.get() != 0) {
                resume();
            }
        } catch (RuntimeException | Error failure) {
            end();
            subscriber.onError(failure);
        }
    }

    @Override
    public void request(long n) {
        if (n <= 0) {
            wanted.set(Long.MIN_VALUE);
        } else {
            wanted.accumulateAndGet(n, (had, more) -> had < 0 ? had : had + more < 0 ? Long.MAX_VALUE : had + more);
        }
        loop.post(this::resume);
    }

    @Override
    public void cancel() {
        if (!cancelled) {
            cancelled = true;
            loop.post(this::stop);
        }
    }

    private void resume() {
        AsyncIterator<T> from = iterator;
        if (!over && pump == null && from != null) {
            Task<?> task = loop.spawn(new Pump(from), "publisher");
            task.onDone(done -> closeUnlessOver());
            pump = task;
        }
    }

    private void stop() {
        if (over) {
            return;
        }
        if (pump == null) {
            closeUnlessOver();
        } else {
            pump.cancel();
        }
    }

    /** For a subscription that was cancelled while nothing was pumped, or before the pump had begun. */
    private void closeUnlessOver() {
        if (cancelled && !over && iterator != null) {
            end();
            pump = loop.spawn(iterator.close(), "publisher closing");
        }
    }

    private void end() {
        if (!over) {
            over = true;
            loop.outside--;
        }
    }

    /** Gives elements until there is no demand for more; closes the iterator if it ends before the source does. */
    private final class Pump extends LibraryFrame<@Nullable Void> {
        private static final int MOVED = 1;
        private static final int CLOSED = 2;

        private final AsyncIterator<T> iterator;

        Pump(AsyncIterator<T> iterator) {
            this.iterator = iterator;
        }

        @Override
        protected @Nullable Object resume(int state, @Nullable Object value, @Nullable Throwable error)
                throws Throwable {
            if (state == CLOSED) {
                return closed(error);
            }
            Object moved = value;
            boolean has = state == MOVED;
            if (has && error != null) {
                return failed(error);
            }
            while (!cancelled) {
                if (has && !given(Boolean.TRUE.equals(moved))) {
                    return null;
                }
                long left = wanted.get();
                if (left == 0) {
                    pump = null;
                    return null;
                }
                if (left < 0) {
                    return refuse();
                }
                try {
                    moved = Await.of(iterator.moveNext());
                } catch (Throwable failure) {
                    return failed(failure);
                }
                has = true;
                if (moved == Await.SUSPENDED) {
                    return suspend(MOVED);
                }
            }
            return close();
        }

        /** Passes on what moveNext came to; false at the end. */
        private boolean given(boolean more) {
            if (cancelled) {
                return true;
            }
            if (!more) {
                end();
                subscriber.onComplete();
                return false;
            }
            wanted.updateAndGet(left -> left == Long.MAX_VALUE || left < 0 ? left : left - 1);
            try {
                subscriber.onNext(iterator.current());
            } catch (Throwable failure) {
                cancelled = true;
                loop.unhandled("a subscriber failed, and is not served any more", failure, subscriber);
            }
            return true;
        }

        private @Nullable Object failed(Throwable failure) throws Throwable {
            if (cancelled) {
                return close();
            }
            end();
            subscriber.onError(failure);
            return null;
        }

        private @Nullable Object refuse() throws Throwable {
            cancelled = true;
            subscriber.onError(
                    new IllegalArgumentException(
                            "a subscriber must request one element or more (Reactive Streams, rule 3.9); it is not served any more"));
            return close();
        }

        private @Nullable Object close() throws Throwable {
            end();
            return Await.of(iterator.close()) == Await.SUSPENDED ? suspend(CLOSED) : null;
        }

        private @Nullable Object closed(@Nullable Throwable error) throws Throwable {
            if (error != null) {
                throw error;
            }
            return null;
        }

        @Override
        public StackTraceElement location(int state) {
            return Places.in("AsyncIterables", "toPublisher");
        }
    }
}
