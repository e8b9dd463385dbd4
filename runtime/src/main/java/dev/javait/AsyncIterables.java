package dev.javait;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asynchronous iterables out of what blocks or publishes, and a publisher out of an asynchronous iterable. asyncio has no counterpart.
 *
 * <p>What blocks is asked on a thread as {@link Javait#toThread} uses it, by one call at a time. Cancelling a {@code moveNext} loses nothing: the element that was on
 * its way is the next one's. As with {@code toThread}, a loop that ends waits for a call that is under way. What is made here of what blocks is for one
 * loop over it. What the source fails with, {@code moveNext} fails with, that object itself, and that is its end. All may be made on any thread, unless
 * a method says otherwise.
 */
public final class AsyncIterables {
    /** How often a thread that waits at a queue looks whether it is still wanted. */
    private static final long PATIENCE_MILLIS = 50;

    private static final int PREFETCH = 64;

    private AsyncIterables() {}

    /** The elements of an iterator whose {@code hasNext} or {@code next} may block. */
    public static <T extends @Nullable Object> AsyncIterable<T> from(Iterator<? extends T> iterator) {
        return once(new OnThread<T>(
                wanted -> iterator.hasNext() ? new OnThread.Element<>(iterator.next()) : null, () -> {}));
    }

    /** The elements of a stream, which is closed, on a thread too, when the iterator is. */
    public static <T extends @Nullable Object> AsyncIterable<T> from(Stream<? extends T> stream) {
        Iterator<? extends T> iterator = stream.iterator();
        return once(new OnThread<T>(
                wanted -> iterator.hasNext() ? new OnThread.Element<>(iterator.next()) : null, stream::close));
    }

    /** What comes out of a queue, into which other threads put; has no end. */
    public static <T> AsyncIterable<T> from(BlockingQueue<? extends T> queue) {
        return once(new OnThread<T>(
                wanted -> {
                    while (wanted.getAsBoolean()) {
                        T element = queue.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
                        if (element != null) {
                            return new OnThread.Element<>(element);
                        }
                    }
                    return null;
                },
                () -> {}));
    }

    /** The lines of a stream in UTF-8, without their ends; closing the iterator closes the stream, on a thread too. */
    public static AsyncIterable<String> lines(InputStream stream) {
        BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        return once(new OnThread<String>(
                wanted -> {
                    String line = reader.readLine();
                    return line == null ? null : new OnThread.Element<>(line);
                },
                reader::close));
    }

    /** As {@link #from(Flow.Publisher, int)}, with 64 elements. */
    public static <T> AsyncIterable<T> from(Flow.Publisher<? extends T> publisher) {
        return from(publisher, PREFETCH);
    }

    /**
     * What a publisher publishes; each iterator is a subscription of its own, which begins at its first {@code moveNext}, and which its {@code close} cancels.
     *
     * @param prefetch how many elements may be on their way that nobody has asked for: the publisher is asked for so many, and for more when half of them were taken
     * @throws IllegalArgumentException if that is less than one
     */
    public static <T> AsyncIterable<T> from(Flow.Publisher<? extends T> publisher, int prefetch) {
        if (prefetch < 1) {
            throw new IllegalArgumentException(
                    "a prefetch of " + prefetch + " elements would never get one; 1 is the least");
        }
        return () -> new Subscribed<T>(publisher, prefetch);
    }

    /** As {@link #toPublisher(AsyncIterable, EventLoop)}, on the loop that this thread runs; {@link IllegalStateException} if it runs none. */
    public static <T> Flow.Publisher<T> toPublisher(AsyncIterable<T> source) {
        return toPublisher(source, EventLoop.running("toPublisher"));
    }

    /**
     * Publishes what {@code source} gives, to each subscriber from an iterator of its own, and never more than it asked for: {@code moveNext} runs only while it wants
     * something. Cancelling the subscription cancels a {@code moveNext} that is under way, and closes the iterator. A generator's call is for one subscriber.
     *
     * <p>May be subscribed to from any thread. {@code onSubscribe} is called on the subscribing thread, all else on the thread of {@code loop}, which it
     * must not block. If the loop is closed, {@code onError} comes at once, with a
     * {@code RejectedExecutionException}.
     */
    public static <T> Flow.Publisher<T> toPublisher(AsyncIterable<T> source, EventLoop loop) {
        return subscriber -> Published.subscribe(source, loop, subscriber);
    }

    private static <T extends @Nullable Object> AsyncIterable<T> once(AsyncIterator<T> iterator) {
        return () -> iterator;
    }
}
