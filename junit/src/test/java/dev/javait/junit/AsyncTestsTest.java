package dev.javait.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** What JUnit makes of {@code @Async} methods that the processor compiled. */
class AsyncTestsTest {
    @BeforeEach
    void forget() {
        AsyncCases.SEEN.clear();
        AsyncCases.LOOPS.clear();
    }

    private static Events run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.timeout.default", "60 s")
                .selectors(selectClass(tests))
                .execute()
                .testEvents();
    }

    private static void passes(Class<?> tests, int count) {
        Events events = run(tests);
        events.failed().stream().map(AsyncTestsTest::failure).forEach(Throwable::printStackTrace);
        assertEquals(0, events.failed().count());
        assertEquals(count, events.succeeded().count());
    }

    private static Throwable fails(Class<?> tests) {
        Events failed = run(tests).failed();
        assertEquals(1, failed.count());
        return failure(failed.stream().findFirst().orElseThrow());
    }

    private static Throwable failure(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }

    @Test
    void everyKindOfTestRunsOnALoopThatItSharesWithWhatIsBeforeAndAfter() {
        passes(AsyncCases.EveryKind.class, 6);
        assertEquals(6 * 3 + 1, AsyncCases.SEEN.size());
        String all = String.join(", ", AsyncCases.SEEN);
        for (String test : List.of("test", "parameter a", "parameter b", "repeated")) {
            assertTrue(all.contains("before at 1, " + test + " at 2, after at 3"), all);
        }
        assertTrue(all.contains("before at 1, before inside at 2, inside at 3, after at 4"), all);
        assertEquals(6, AsyncCases.LOOPS.stream().distinct().count());
    }

    @Test
    void dynamicTestsShareTheLoopOfTheirFactory() {
        passes(AsyncCases.Factory.class, 2);
        assertEquals(List.of("one at 1", "two at 2"), AsyncCases.SEEN);
    }

    @Test
    void testsMayBeInheritedAndHaveParameters() {
        passes(AsyncCases.Inherits.class, 1);
        assertEquals(List.of("inherited at 1"), AsyncCases.SEEN);
    }

    @Test
    void whatIsBeforeAllTestsRunsOnALoopOfItsOwn() {
        passes(AsyncCases.Inherits.class, 1);
        assertNotSame(AsyncCases.LOOPS.get(0), AsyncCases.LOOPS.get(1));
    }

    @Test
    void aTestThatFailsRunsItsFinallyBlocksAndWhatIsAfter() {
        assertSame(AsyncCases.FailsInTheMiddle.FAILURE, fails(AsyncCases.FailsInTheMiddle.class));
        assertEquals(List.of("finally at 1", "after at 2"), AsyncCases.SEEN);
    }

    @Test
    void anAssumptionThatDoesNotHoldAbortsTheTest() {
        Events events = run(AsyncCases.Assumes.class);
        assertEquals(1, events.aborted().count());
        assertEquals(0, events.failed().count());
    }

    @Test
    void timeLimitsOfJUnitAreInRealTime() {
        passes(AsyncCases.HasTimeLimits.class, 2);
        assertTrue(AsyncCases.SEEN.containsAll(List.of("in time at 24", "another thread at 30")));
    }

    @Test
    void aTestThatJUnitInterruptsCleansUp() {
        assertEquals(
                TimeoutException.class, fails(AsyncCases.IsInterrupted.class).getClass());
        assertEquals(List.of("cleaned up"), AsyncCases.SEEN);
    }

    @Test
    void withoutTheExtensionEachMethodRunsOnALoopOfItsOwn() {
        assertEquals("as it is", fails(AsyncCases.HasNoExtension.class).getMessage());
        assertEquals(3, AsyncCases.LOOPS.stream().distinct().count());
    }

    @Test
    void aTestThatReturnsACoroutineIsNoTestOfJUnit() {
        assertEquals(0, run(AsyncCases.ReturnsACoroutine.class).succeeded().count());
        assertEquals(List.of(), AsyncCases.SEEN);
    }
}
