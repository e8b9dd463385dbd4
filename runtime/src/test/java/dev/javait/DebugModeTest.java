package dev.javait;

import static dev.javait.Javait.createTask;
import static dev.javait.Script.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DebugModeTest {
    @BeforeEach
    void forget() {
        Log.take();
    }

    @Test
    void aCoroutineThatIsDroppedIsReportedWithThePlaceWhereItWasMade() {
        EventLoop.builder().debug(true).run(script("main").run(DebugModeTest::dropOne));
        List<Log.Event> never = Log.take().stream()
                .filter(event -> event.message().contains("was never awaited"))
                .toList();
        assertEquals(1, never.size());
        List<String> places = Arrays.stream(never.get(0).thrown().getStackTrace())
                .map(place -> place.getClassName() + "." + place.getMethodName())
                .toList();
        assertTrue(places.contains("dev.javait.DebugModeTest.dropOne"), places::toString);
        assertTrue(places.stream().noneMatch(place -> place.startsWith("dev.javait.frame.")), places::toString);
    }

    private static void dropOne() {
        script("dropped").turns(1);
    }

    @Test
    void coroutinesThatAreAwaitedOrMadeTasksOfAreNotReported() {
        EventLoop.builder()
                .debug(true)
                .run(script("main")
                        .await(() -> script("awaited"))
                        .run(() -> createTask(script("task")).cancel())
                        .turns(2));
        assertEquals(List.of(), Log.take());
    }

    @Test
    void aSlowStepIsReportedWithThePlaceWhereItBegan() {
        EventLoop.builder()
                .debug(true)
                .slowStep(Duration.ZERO)
                .run(script("main").turns(1));
        assertTrue(Log.take().stream()
                .anyMatch(event -> event.message()
                        .startsWith("task Task-1 from app.Script.main(Script.java:1) kept the event loop for ")));
    }

    @Test
    void aQuickStepIsNotReported() {
        EventLoop.builder()
                .debug(true)
                .slowStep(Duration.ofHours(1))
                .run(script("main").turns(1));
        assertEquals(List.of(), Log.take());
    }
}
