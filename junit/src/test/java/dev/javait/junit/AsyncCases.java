package dev.javait.junit;

import static dev.javait.Javait.await;
import static dev.javait.Javait.createTask;
import static dev.javait.Javait.currentTask;
import static dev.javait.Javait.done;
import static dev.javait.Javait.sleep;
import static dev.javait.Javait.yieldNow;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.EventLoop;
import dev.javait.Promise;
import dev.javait.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that {@link AsyncTestsTest} runs: as users write them, not found by themselves. */
final class AsyncCases {
    static final List<String> SEEN = new ArrayList<>();
    static final List<EventLoop> LOOPS = new ArrayList<>();

    private AsyncCases() {}

    private static void seen(String what) {
        EventLoop loop = EventLoop.current();
        SEEN.add(what + " at " + loop.time().toHours());
        LOOPS.add(loop);
    }

    /** Each method takes an hour. */
    @TestLoop
    static class EveryKind {
        @Async
        @BeforeEach
        void before() {
            await(sleep(ofHours(1)));
            seen("before");
        }

        @Async
        @AfterEach
        void after() {
            await(sleep(ofHours(1)));
            seen("after");
        }

        @Async
        @Test
        void test() {
            await(sleep(ofHours(1)));
            seen("test");
        }

        @Async
        @ParameterizedTest
        @ValueSource(strings = {"a", "b"})
        void parameterized(String parameter) {
            await(sleep(ofHours(1)));
            seen("parameter " + parameter);
        }

        @Async
        @RepeatedTest(2)
        void repeated() {
            await(sleep(ofHours(1)));
            seen("repeated");
        }

        @Nested
        class Inside {
            @Async
            @BeforeEach
            void beforeInside() {
                await(sleep(ofHours(1)));
                seen("before inside");
            }

            @Async
            @Test
            void inside() {
                await(sleep(ofHours(1)));
                seen("inside");
            }
        }
    }

    @TestLoop
    static class Factory {
        @Async
        void takesAnHour(String name) {
            await(sleep(ofHours(1)));
            seen(name);
        }

        @TestFactory
        Stream<DynamicTest> tests() {
            return Stream.of("one", "two").map(name -> dynamicTest(name, () -> takesAnHour(name)));
        }
    }

    abstract static class Inherited {
        @Async
        @Test
        void inherited(EventLoop loop, TestInfo info, @TempDir Path folder) {
            await(sleep(ofHours(1)));
            assertEquals(loop, EventLoop.current());
            assertEquals("inherited(EventLoop, TestInfo, Path)", info.getDisplayName());
            assertEquals("text", await(text()));
            assertNotNull(folder.getFileName());
            seen("inherited");
        }

        @Async
        Coroutine<String> text() {
            await(yieldNow());
            return done("text");
        }
    }

    @TestLoop
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class Inherits extends Inherited {
        @Async
        @BeforeAll
        void onALoopOfItsOwn() {
            await(yieldNow());
            assertNotNull(currentTask());
            LOOPS.add(EventLoop.current());
        }
    }

    @TestLoop
    static class FailsInTheMiddle {
        static final IOException FAILURE = new IOException("in the middle");

        @Async
        @Test
        void test() throws IOException {
            try {
                await(sleep(ofHours(1)));
                throw FAILURE;
            } finally {
                await(yieldNow());
                seen("finally");
            }
        }

        @Async
        @AfterEach
        void after() {
            await(sleep(ofHours(1)));
            seen("after");
        }
    }

    @TestLoop
    static class Assumes {
        @Async
        @Test
        void test() {
            await(sleep(ofHours(1)));
            assumeTrue(SEEN.contains("nothing"), "it was not so");
            throw new AssertionError("never");
        }
    }

    @TestLoop
    static class HasTimeLimits {
        @Async
        @Test
        @Timeout(5)
        void virtualTimeDoesNotCount() {
            await(sleep(ofDays(1)));
            assertTimeout(ofSeconds(5), () -> seen("in time"));
            assertThrows(IllegalStateException.class, this::entry, "on an event loop's thread");
        }

        @Async
        void entry() {
            await(yieldNow());
        }

        @Async
        @Test
        @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void onAnotherThread() {
            await(sleep(ofHours(30)));
            seen("another thread");
        }
    }

    @TestLoop(clock = TestLoop.Clock.REAL)
    static class IsInterrupted {
        @Async
        @Test
        @Timeout(value = 50, unit = TimeUnit.MILLISECONDS)
        void test() {
            try {
                await(new Promise<>());
            } finally {
                SEEN.add("cleaned up");
            }
        }
    }

    static class HasNoExtension {
        @Async
        @BeforeEach
        void before() {
            await(yieldNow());
            LOOPS.add(EventLoop.current());
        }

        @Async
        @Test
        void test() throws Exception {
            Task<String> task = createTask(text());
            await(sleep(Duration.ofMillis(1)));
            assertEquals("text", task.result());
            LOOPS.add(EventLoop.current());
        }

        @Async
        private Coroutine<String> text() {
            await(yieldNow());
            return done("text");
        }

        @Async
        @Test
        void fails() throws IOException {
            await(yieldNow());
            throw new IOException("as it is");
        }
    }

    @TestLoop
    static class ReturnsACoroutine {
        @Async
        @Test
        Coroutine<Void> test() {
            SEEN.add("ran");
            return done();
        }
    }
}
