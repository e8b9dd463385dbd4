package dev.javait;

import static dev.javait.Script.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.reactivestreams.tck.flow.FlowSubscriberBlackboxVerification;
import org.testng.ITestResult;
import org.testng.TestListenerAdapter;
import org.testng.TestNG;

/** Runs the compatibility kit of Reactive Streams, which is written for TestNG. */
class ReactiveStreamsTest {
    /** How long to wait for what must come, and for what must not. */
    private static final long PATIENCE_MILLIS = 5_000;

    private static final long SILENCE_MILLIS = 100;

    /** How often the collector may come too late. */
    private static final int COLLECTIONS = 30;

    private static void verify(Class<?> verification) {
        TestListenerAdapter results = new TestListenerAdapter();
        TestNG testng = new TestNG(false);
        testng.setTestClasses(new Class<?>[] {verification});
        testng.addListener(results);
        testng.setVerbose(0);
        testng.run();
        List<String> failures = new ArrayList<>();
        for (ITestResult failed : results.getFailedTests()) {
            failures.add(failed.getName() + ": " + failed.getThrowable());
        }
        assertEquals(List.of(), failures);
        // What the kit itself calls untested is skipped, and nothing else.
        for (ITestResult skipped : results.getSkippedTests()) {
            assertTrue(skipped.getName().startsWith("untested_"), skipped::getName);
        }
        assertTrue(results.getPassedTests().size() >= 11);
    }

    @Test
    void aPublisherOfAnAsyncIterableObeysTheRules() {
        verify(PublisherRules.class);
    }

    @Test
    void aSubscriberForAnAsyncIteratorObeysTheRules() {
        verify(SubscriberRules.class);
    }

    /** The numbers below {@code end}, every third of which must be waited for. */
    static AsyncIterable<Integer> numbers(long end) {
        return () -> new AsyncIterator<>() {
            private int next;

            @Override
            public Coroutine<Boolean> moveNext() {
                Script<Boolean> move = script("moveNext");
                if (next % 3 == 2) {
                    move.turns(1);
                }
                return move.returns(() -> next++ < end);
            }

            @Override
            public Integer current() {
                return next - 1;
            }
        };
    }

    public static final class PublisherRules extends FlowPublisherVerification<Integer> {
        public PublisherRules() {
            super(new TestEnvironment(PATIENCE_MILLIS, SILENCE_MILLIS, SILENCE_MILLIS));
        }

        /** "Eventually", says the rule; the kit gives the collector 0.1 s, once. What holds a subscriber holds all of them. */
        @Override
        @org.testng.annotations.Test
        public void required_spec313_cancelMustMakeThePublisherEventuallyDropAllReferencesToTheSubscriber()
                throws Throwable {
            for (int attempt = 1; ; attempt++) {
                try {
                    super.required_spec313_cancelMustMakeThePublisherEventuallyDropAllReferencesToTheSubscriber();
                    return;
                } catch (AssertionError held) {
                    if (attempt == COLLECTIONS) {
                        throw held;
                    }
                }
            }
        }

        @Override
        public Flow.Publisher<Integer> createFlowPublisher(long elements) {
            return AsyncIterables.toPublisher(numbers(elements), EventLoop.background());
        }

        @Override
        public Flow.Publisher<Integer> createFailedFlowPublisher() {
            return AsyncIterables.toPublisher(
                    () -> {
                        throw new IllegalStateException("no iterator");
                    },
                    EventLoop.background());
        }
    }

    public static final class SubscriberRules extends FlowSubscriberBlackboxVerification<Integer> {
        public SubscriberRules() {
            super(new TestEnvironment(PATIENCE_MILLIS, SILENCE_MILLIS, SILENCE_MILLIS));
        }

        @Override
        public Flow.Subscriber<Integer> createFlowSubscriber() {
            Subscribed<Integer> iterator = new Subscribed<>(subscriber -> {}, 4);
            boolean[] more = {true};
            EventLoop.background()
                    .submit(script("consumer")
                            .label("next")
                            .await(iterator::moveNext, (Boolean next) -> more[0] = next)
                            .jumpIf("next", () -> more[0])
                            .recover(Throwable.class, e -> {}));
            return iterator;
        }

        @Override
        public Integer createElement(int element) {
            return element;
        }
    }
}
