package dev.javait.junit;

import static java.time.Duration.ofHours;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.javait.DeadlockError;
import dev.javait.EventLoop;
import dev.javait.frame.Launch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

class JavaitExtensionTest {
    private static Events run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                .execute()
                .testEvents();
    }

    private static void passes(Class<?> tests) {
        Events events = run(tests);
        events.failed().stream().map(JavaitExtensionTest::failure).forEach(Throwable::printStackTrace);
        assertEquals(0, events.failed().count());
        assertTrue(events.succeeded().count() > 0);
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

    private static void says(Throwable failure, String... parts) {
        for (String part : parts) {
            assertTrue(failure.getMessage().contains(part), failure.getMessage());
        }
    }

    @Test
    void theLoopOfATestBeginsWithTheDefaultsOfTheProgram() {
        passes(Cases.CarriesAThreadLocal.class);
    }

    @Test
    void sleepingCostsNoTime() {
        passes(Cases.SleepsAnHour.class);
    }

    @Test
    void theExtensionIsFoundByDetection() {
        passes(Cases.Detected.class);
    }

    @Test
    void aMethodMayAskForTheRealClock() {
        passes(Cases.SleepsReally.class);
    }

    @Test
    void whatTheTestThrowsComesOutItself() {
        assertSame(Cases.Fails.FAILURE, fails(Cases.Fails.class));
    }

    @Test
    void aTestThatTakesTooLongSaysWhereEveryTaskWaits() {
        says(
                fails(Cases.WaitsForEver.class),
                "the test took longer than 1.0 s",
                "waiting for pending task stuck one",
                "at app.Body.body(Body.java:1)");
    }

    @Test
    void aLoopThatNeverComesToRestIsStoppedToo() {
        says(fails(Cases.SleepsForEver.class), "the test took longer than 1.0 s");
    }

    @Test
    void aTestThatBlocksItsThreadSaysWhere() {
        says(
                fails(Cases.Blocks.class),
                "the thread of the event loop is in the middle of something",
                "CountDownLatch.await");
    }

    @Test
    void aTestThatNothingCanWakeFailsAtOnce() {
        assertEquals(DeadlockError.class, fails(Cases.Deadlocks.class).getClass());
    }

    @Test
    void aTaskThatIsLeftFailsTheTest() {
        says(fails(Cases.LeavesATask.class), "1 task was left when the test ended", "task forgotten", "Javait.sleep");
    }

    @Test
    void aTaskMayBeLeftWhereThatIsSaid() {
        passes(Cases.MayLeaveATask.class);
    }

    @Test
    void aFailureThatNobodyLookedAtFailsTheTest() {
        Throwable failure = fails(Cases.IgnoresAFailure.class);
        says(failure, "the failure of task failing was never retrieved", "IOException: unseen");
        assertEquals("unseen", failure.getCause().getMessage());
    }

    @Test
    void aCallbackThatFailsFailsTheTest() {
        says(fails(Cases.BreaksACallback.class), "a callback failed", "in a callback");
    }

    @Test
    void eachTestHasOneLoopAndSharesItWithWhatIsBeforeAndAfter() {
        Cases.HasLifecycle.LOOPS.clear();
        Cases.HasLifecycle.TIMES.clear();
        passes(Cases.HasLifecycle.class);
        List<EventLoop> loops = Cases.HasLifecycle.LOOPS;
        assertEquals(6, loops.size());
        assertSame(loops.get(0), loops.get(1));
        assertSame(loops.get(0), loops.get(2));
        assertNotSame(loops.get(2), loops.get(3));
        assertEquals(ofHours(3), Cases.HasLifecycle.TIMES.get(2));
        assertEquals(ofHours(1), Cases.HasLifecycle.TIMES.get(3));
    }

    @Test
    void aShuffledTestRunsInAnotherOrderForEachSeedAndInTheSameForTheSame() {
        Cases.Shuffled.ORDERS.clear();
        Events events = run(Cases.Shuffled.class);
        assertEquals(20, events.succeeded().count());
        List<String> first = List.copyOf(Cases.Shuffled.ORDERS);
        assertTrue(first.stream().distinct().count() > 15, first::toString);
        assertEquals(
                List.of("seed 7", "seed 8"),
                events.started().stream()
                        .map(event -> event.getTestDescriptor().getDisplayName())
                        .limit(2)
                        .toList());
        Cases.Shuffled.ORDERS.clear();
        run(Cases.Shuffled.class);
        assertEquals(first, Cases.Shuffled.ORDERS);
    }

    @Test
    void aTestThatReliesOnAnOrderFailsForSomeSeeds() {
        long failed = run(Cases.ShuffledFailure.class).failed().count();
        assertTrue(failed > 10 && failed < 40);
    }

    @Test
    void afterATestTheThreadHasNoHost() {
        passes(Cases.SleepsAnHour.class);
        assertFalse(Thread.interrupted());
        assertSame(null, Launch.setHost(null));
    }
}
