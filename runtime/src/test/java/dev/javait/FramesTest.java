package dev.javait;

import static dev.javait.Javait.createTask;
import static dev.javait.Javait.run;
import static dev.javait.Javait.yieldNow;
import static dev.javait.Script.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FramesTest {
    private static final int DEEP = 1_000_000;

    private static Script<Integer> nest(int depth, Script<Integer> bottom) {
        Script<Integer> script = bottom;
        for (int i = 0; i < depth; i++) {
            Script<Integer> child = script;
            int[] got = {0};
            script = Script.<Integer>script("level")
                    .await(() -> child, (Integer value) -> got[0] = value + 1)
                    .returns(() -> got[0]);
        }
        return script;
    }

    @Test
    void aMillionNestedAwaitsThatAreReadyComplete() {
        assertEquals(DEEP, run(nest(DEEP, Script.<Integer>script("bottom").returns(() -> 0))));
    }

    @Test
    void aMillionNestedAwaitsThatSuspendComplete() {
        assertEquals(
                DEEP,
                run(nest(
                        DEEP,
                        Script.<Integer>script("bottom").await(() -> yieldNow()).returns(() -> 0))));
    }

    @Test
    void aFailureGoesThroughAMillionNestedAwaits() {
        Exception failure = new Exception("deep");
        Exception seen = assertThrows(
                Exception.class,
                () -> run(nest(
                        DEEP,
                        Script.<Integer>script("bottom").await(() -> yieldNow()).raises(() -> failure))));
        assertSame(failure, seen);
        assertTrue(seen.getStackTrace().length < 500);
    }

    @Test
    void aFailureWithoutSuspensionGoesThroughAMillionNestedAwaits() {
        Exception failure = new Exception("deep");
        assertSame(
                failure,
                assertThrows(
                        Exception.class,
                        () -> run(nest(DEEP, Script.<Integer>script("bottom").raises(() -> failure)))));
    }

    @Test
    void cancellingGoesThroughAMillionNestedAwaits() {
        Trail trail = new Trail();
        Script<Integer> deep = nest(
                DEEP,
                Script.<Integer>script("bottom").await(() -> new Promise<>()).always(() -> trail.add("cleaned up")));
        Task<?>[] task = new Task<?>[1];
        run(script("main")
                .run(() -> task[0] = createTask(deep))
                .await(() -> yieldNow())
                .run(() -> task[0].cancel())
                .await(() -> task[0])
                .recover(CancelledError.class, e -> trail.add("cancelled")));
        assertEquals(List.of("cleaned up", "cancelled"), trail.events());
    }

    private static Script<Integer> countdown(int from, boolean suspending) {
        Script<Integer> script = script("countdown");
        if (suspending) {
            script.await(() -> yieldNow());
        }
        return from == 0 ? script.returns(() -> 42) : script.tail(() -> countdown(from - 1, suspending));
    }

    @Test
    void tailCallsThatAreReadyDoNotEnd() {
        assertEquals(42, run(countdown(2_000_000, false)));
    }

    @Test
    void tailCallsThatSuspendDoNotEnd() {
        assertEquals(42, run(countdown(2_000_000, true)));
    }

    @Test
    void aTailCallOfALeafGoesToTheAwaiterOfTheFrameThatLeft() {
        int[] got = {0};
        run(script("main")
                .await(
                        () -> script("leaves").await(() -> yieldNow()).tail(() -> {
                            Promise<Integer> promise = new Promise<>();
                            EventLoop.current().execute(() -> promise.complete(7));
                            return promise;
                        }),
                        (Integer value) -> got[0] = value));
        assertEquals(7, got[0]);
    }

    @Test
    void aMainThatIsOnlyATailCallOfALeafGivesItsValue() {
        assertEquals(
                7, run(Script.<Integer>script("main").await(() -> yieldNow()).tail(() -> {
                    Promise<Integer> promise = new Promise<>();
                    EventLoop.current().execute(() -> promise.complete(7));
                    return promise;
                })));
    }

    @Test
    void awaitingACoroutineTwiceIsAnErrorThatSaysWhatToDo() {
        Script<Integer> once = Script.<Integer>script("once").returns(() -> 1);
        IllegalStateException error = assertThrows(
                IllegalStateException.class,
                () -> run(script("main").await(() -> once).await(() -> once)));
        assertTrue(error.getMessage().contains("coroutine app.Script.once(Script.java:0) was already awaited"));
        assertTrue(error.getMessage().contains("createTask"));
    }

    @Test
    void aCoroutineThatAwaitsItselfIsAnError() {
        Script<?>[] self = new Script<?>[1];
        self[0] = script("self").await(() -> self[0]);
        IllegalStateException error = assertThrows(IllegalStateException.class, () -> run(self[0]));
        assertTrue(error.getMessage().contains("is already being awaited"));
    }

    @Test
    void aTaskOfACoroutineThatWasAwaitedFails() {
        Script<Integer> once = Script.<Integer>script("once").returns(() -> 1);
        assertThrows(
                IllegalStateException.class,
                () -> run(script("main").await(() -> once).await(() -> createTask(once))));
    }

    @Test
    void theDepthIsRightAfterFailures() {
        int[] left = {5_000};
        run(script("main")
                .label("again")
                .await(() -> nest(300, Script.<Integer>script("bottom").raises(() -> new Exception("x"))))
                .recover(Exception.class, e -> {})
                .jumpIf("again", () -> --left[0] > 0));
    }

    @Test
    void awaitingNullSaysSo() {
        NullPointerException error = assertThrows(
                NullPointerException.class, () -> run(script("main").await(() -> null)));
        assertTrue(error.getMessage().contains("await was given null"));
    }
}
