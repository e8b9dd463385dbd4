package dev.javait;

import static dev.javait.Javait.createTask;
import static dev.javait.Javait.fromCallback;
import static dev.javait.Javait.run;
import static dev.javait.Javait.sleep;
import static dev.javait.Javait.yieldNow;
import static dev.javait.Script.script;
import static java.time.Duration.ofMillis;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class BridgesTest {
    private static <T> Script<List<T>> all(AsyncIterable<? extends T> source, int limit) {
        List<T> got = new ArrayList<>();
        boolean[] more = {true};
        AsyncIterator<? extends T> it = source.iterator();
        return Script.<List<T>>script("all")
                .label("next")
                .await(it::moveNext, (Boolean next) -> {
                    more[0] = next;
                    if (next) {
                        got.add(it.current());
                    }
                })
                .jumpIf("next", () -> more[0] && got.size() < limit)
                .await(it::close)
                .returns(() -> got);
    }

    private static <T> List<T> all(AsyncIterable<? extends T> source) {
        return run(all(source, Integer.MAX_VALUE));
    }

    @Test
    void anIteratorIsAskedOnAThread() {
        Thread here = Thread.currentThread();
        AtomicBoolean elsewhere = new AtomicBoolean(true);
        Iterator<Integer> numbers = IntStream.range(0, 1_000)
                .peek(i -> elsewhere.compareAndSet(Thread.currentThread() != here, Thread.currentThread() != here))
                .iterator();
        assertEquals(IntStream.range(0, 1_000).boxed().toList(), all(AsyncIterables.from(numbers)));
        assertTrue(elsewhere.get());
    }

    @Test
    void anIteratorMayGiveNullAndMayFail() {
        assertEquals(
                Arrays.asList(1, null, 2),
                all(AsyncIterables.from(Arrays.asList(1, null, 2).iterator())));
        IllegalArgumentException failure = new IllegalArgumentException();
        AsyncIterator<Object> it = AsyncIterables.from(Stream.generate(() -> {
                    throw failure;
                }))
                .iterator();
        run(script("main")
                .await(it::moveNext)
                .recover(IllegalArgumentException.class, e -> assertSame(failure, e))
                .await(it::moveNext, (Boolean more) -> assertEquals(false, more)));
    }

    @Test
    void aStreamIsClosedWithItsIterator() {
        AtomicBoolean closed = new AtomicBoolean();
        Stream<Integer> numbers = Stream.iterate(0, i -> i + 1).onClose(() -> closed.set(true));
        assertEquals(List.of(0, 1, 2), run(all(AsyncIterables.from(numbers), 3)));
        assertTrue(closed.get());
    }

    @Test
    void linesComeOutOfAStream() {
        byte[] text = "one\r\nzwölf\n\nend".getBytes(StandardCharsets.UTF_8);
        assertEquals(List.of("one", "zwölf", "", "end"), all(AsyncIterables.lines(new ByteArrayInputStream(text))));
    }

    @Test
    void aQueueGivesWhatOtherThreadsPutIntoIt() throws Exception {
        LinkedBlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
        Thread producer = new Thread(() -> IntStream.range(0, 100).forEach(queue::add));
        producer.start();
        assertEquals(IntStream.range(0, 100).boxed().toList(), run(all(AsyncIterables.from(queue), 100)));
        producer.join();
    }

    @Test
    void cancellingAMoveNextLosesNothing() {
        LinkedBlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
        AsyncIterator<Integer> it = AsyncIterables.from(queue).iterator();
        Task<?>[] task = {null};
        run(script("main")
                .run(() -> task[0] = createTask(it.moveNext()))
                .await(() -> yieldNow())
                .await(() -> yieldNow())
                .run(() -> task[0].cancel())
                .await(() -> task[0])
                .recover(CancelledError.class, e -> queue.add(7))
                .await(() -> sleep(ofMillis(100)))
                .await(it::moveNext, (Boolean more) -> assertEquals(7, it.current())));
    }

    @Test
    void aLoopEndsThoughAThreadWaitsAtAQueue() {
        AsyncIterator<Integer> it =
                AsyncIterables.from(new LinkedBlockingQueue<Integer>()).iterator();
        run(script("main")
                .run(() -> createTask(it.moveNext()))
                .await(() -> yieldNow())
                .await(() -> yieldNow()));
    }

    @Test
    void aPublisherOnOtherThreadsIsHeardInOrderToItsEnd() throws Exception {
        Thread[] producer = {null};
        Flow.Publisher<Integer> publisher = subscriber -> {
            SubmissionPublisher<Integer> numbers = new SubmissionPublisher<>();
            numbers.subscribe(subscriber);
            producer[0] = new Thread(() -> {
                try (numbers) {
                    IntStream.range(0, 10_000).forEach(numbers::submit);
                }
            });
            producer[0].start();
        };
        assertEquals(IntStream.range(0, 10_000).boxed().toList(), all(AsyncIterables.from(publisher, 8)));
        producer[0].join();
    }

    @Test
    void whatAPublisherFailsWithComesOutOfMoveNext() {
        IOException failure = new IOException();
        Flow.Publisher<Integer> publisher = subscriber -> {
            subscriber.onSubscribe(new NoSubscription());
            subscriber.onNext(1);
            subscriber.onError(failure);
        };
        AsyncIterator<Integer> it = AsyncIterables.from(publisher).iterator();
        run(script("main")
                .await(it::moveNext, (Boolean more) -> assertEquals(1, it.current()))
                .await(it::moveNext)
                .recover(IOException.class, e -> assertSame(failure, e))
                .await(it::moveNext, (Boolean more) -> assertEquals(false, more)));
    }

    private static class NoSubscription implements Flow.Subscription {
        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
    }

    @Test
    void closingCancelsTheSubscriptionAndNoMoreIsAskedForThanWasTaken() {
        List<Object> calls = new ArrayList<>();
        Flow.Publisher<Integer> publisher = subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long n) {
                calls.add(n);
                for (int i = 0; i < n; i++) {
                    subscriber.onNext(i);
                }
            }

            @Override
            public void cancel() {
                calls.add("cancel");
            }
        });
        run(all(AsyncIterables.from(publisher, 4), 5));
        assertEquals(List.of(4L, 2L, 2L, "cancel"), calls);
    }

    @Test
    void aPublisherGoesRoundThroughAPublisher() {
        assertEquals(
                IntStream.range(0, 500).boxed().toList(),
                run(script("main")
                        .tail(() -> all(
                                AsyncIterables.from(AsyncIterables.toPublisher(ReactiveStreamsTest.numbers(500)), 3),
                                Integer.MAX_VALUE))));
    }

    @Test
    void cancellingASubscriptionClosesAGenerator() {
        List<String> trail = new ArrayList<>();
        AsyncIterator<Integer> generator = script("generator")
                .label("next")
                .emit(() -> 1)
                .jumpIf("next", () -> true)
                .always(() -> trail.add("closed"))
                .generator();
        run(script("main")
                .await(() -> all(AsyncIterables.from(AsyncIterables.toPublisher(() -> generator), 2), 3))
                .await(() -> sleep(ofMillis(1)))
                .run(() -> trail.add("end")));
        assertEquals(List.of("closed", "end"), trail);
    }

    @Test
    void aSourceThatGivesNoIteratorFailsItsSubscriber() {
        IllegalArgumentException failure = new IllegalArgumentException();
        AsyncIterable<Integer> broken = () -> {
            throw failure;
        };
        run(script("main")
                .await(() -> all(AsyncIterables.from(AsyncIterables.toPublisher(broken)), 1))
                .recover(IllegalArgumentException.class, e -> assertSame(failure, e)));
    }

    @Test
    void callbacksMayComeAtOnceOrFromAThreadOrFail() throws Exception {
        Semaphore go = new Semaphore(0);
        int[] got = {0};
        IOException failure = new IOException();
        Thread[] thread = {null};
        run(script("main")
                .await(() -> fromCallback((done, failed) -> done.accept(1)), (Integer one) -> got[0] += one)
                .await(
                        () -> Javait.<Integer>fromCallback((done, failed) -> {
                            thread[0] = new Thread(() -> {
                                go.acquireUninterruptibly();
                                done.accept(2);
                            });
                            thread[0].start();
                            EventLoop.current().execute(go::release);
                        }),
                        (Integer two) -> got[0] += two));
        thread[0].join();
        assertEquals(3, got[0]);
        assertSame(
                failure,
                assertThrows(IOException.class, () -> run(fromCallback((done, failed) -> failed.accept(failure)))));
    }
}
