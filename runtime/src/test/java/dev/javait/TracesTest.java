package dev.javait;

import static dev.javait.Javait.createTask;
import static dev.javait.Javait.gather;
import static dev.javait.Javait.run;
import static dev.javait.Javait.yieldNow;
import static dev.javait.Script.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracesTest {
    private static List<String> app(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(e -> e.getClassName().startsWith("app."))
                .map(e -> e.getMethodName() + ":" + e.getLineNumber())
                .toList();
    }

    private static Script<Object> failing(Exception failure) {
        return script("outer")
                .await(() -> script("inner").await(() -> yieldNow()).raises(() -> failure));
    }

    @Test
    void aFailureShowsWhereItsAwaitersWait() {
        Exception e = assertThrows(Exception.class, () -> run(script("main").await(() -> failing(new Exception()))));
        assertEquals(List.of("outer:1", "main:1"), app(e));
    }

    @Test
    void theMachineryIsNotShown() {
        Exception e = assertThrows(
                Exception.class,
                () -> run(script("main")
                        .await(() -> script("f").await(() -> yieldNow()).run(() -> {
                            throw new Exception("made in a step");
                        }))));
        String trace = Arrays.toString(e.getStackTrace());
        assertTrue(
                !trace.contains("dev.javait.frame") && !trace.contains("EventLoop") && !trace.contains("$async"),
                trace);
        assertEquals(List.of("main:1"), app(e));
    }

    @Test
    void aFailureFromOutsideShowsTheFrameThatAwaitedItAndItsAwaiters() {
        Exception e = assertThrows(
                Exception.class,
                () -> run(script("main")
                        .await(() -> script("inner").await(() -> {
                            Promise<Object> promise = new Promise<>();
                            EventLoop.current().execute(() -> promise.fail(new Exception("outside")));
                            return promise;
                        }))));
        assertEquals(List.of("inner:1", "main:1"), app(e));
    }

    @Test
    void aTraceDoesNotGrowWhenTheFailureIsAwaitedAgain() {
        Exception failure = new Exception();
        int[] left = {50};
        run(script("main")
                .label("again")
                .await(() -> createTask(failing(failure)))
                .recover(Exception.class, e -> {})
                .jumpIf("again", () -> --left[0] > 0));
        assertEquals(List.of("outer:1", "main:2"), app(failure));
    }

    @Test
    void aFailureOfATaskShowsTheTasksThatAwaitIt() {
        Exception e = assertThrows(
                Exception.class,
                () -> run(script("main")
                        .await(() -> createTask(
                                script("middle").await(() -> createTask(failing(new IllegalStateException("x"))))))));
        assertEquals(List.of("outer:1", "middle:1", "main:1"), app(e));
    }

    @Test
    void whoAwaitsATaskIsNotShownToOthersThatDo() {
        List<List<String>> seen = new ArrayList<>();
        run(script("main").await(() -> {
            Task<Object> failed = createTask(failing(new IllegalStateException("x")));
            List<Task<Object>> awaiting = new ArrayList<>();
            for (String name : List.of("first", "second")) {
                awaiting.add(createTask(
                        script(name).await(() -> failed).recover(IllegalStateException.class, e -> seen.add(app(e)))));
            }
            return gather(awaiting);
        }));
        assertEquals(List.of(List.of("outer:1", "first:1"), List.of("outer:1", "second:1")), seen);
    }

    @Test
    void aTraceHasAnEndHoweverManyTasksAwaitOneAnother() {
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> run(chain(3_000)));
        assertEquals(1024, e.getStackTrace().length);
    }

    private static Script<Object> chain(int left) {
        return left == 0
                ? failing(new IllegalStateException("x"))
                : script("link").await(() -> createTask(chain(left - 1)));
    }

    @Test
    void whoRunsALoopIsShownBehindItsTask() {
        Exception e = assertThrows(Exception.class, () -> run(script("main").await(() -> failing(new Exception()))));
        String trace = Arrays.toString(e.getStackTrace());
        assertTrue(trace.contains("org.junit"), trace);
    }

    @Test
    void aFailureThatHasNoWritableTraceComesThrough() {
        class Bare extends Exception {
            private static final long serialVersionUID = 1L;

            Bare() {
                super("bare", null, false, false);
            }
        }
        Exception e = assertThrows(Exception.class, () -> run(script("main").await(() -> failing(new Bare()))));
        assertEquals(0, e.getStackTrace().length);
    }

    @Test
    void aCancelledErrorShowsWhereTheTaskWaited() {
        Task<?>[] task = new Task<?>[1];
        CancelledError e = assertThrows(
                CancelledError.class,
                () -> run(script("main")
                        .run(() -> task[0] = createTask(
                                script("outer").await(() -> script("inner").await(() -> new Promise<>()))))
                        .await(() -> yieldNow())
                        .run(() -> assertEquals(
                                List.of("inner", "outer"),
                                task[0].stack().stream()
                                        .map(StackTraceElement::getMethodName)
                                        .toList()))
                        .run(() -> task[0].cancel())
                        .await(() -> task[0])));
        assertEquals(List.of("inner:1", "outer:1", "main:5"), app(e));
    }
}
