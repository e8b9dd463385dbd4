package dev.javait;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.Javait.run;
import static dev.javait.Script.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.javait.frame.Launch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Where Javait meets code that it did not compile, and the world outside. */
class EdgesTest {
    @Test
    void aWordThatWasNotCompiledNamesThePlaceAndTheMissingSetUp() {
        IllegalStateException e = assertThrows(IllegalStateException.class, EdgesTest::notRewritten);
        assertTrue(e.getMessage().contains("EdgesTest.notRewritten(EdgesTest.java:"), e.getMessage());
        assertTrue(e.getMessage().contains("annotationProcessorPaths"), e.getMessage());
        assertTrue(e.getMessage().contains("-proc:full"), e.getMessage());
    }

    private static void notRewritten() {
        await(done());
    }

    /** Compiling is the test. */
    @SuppressWarnings("unused")
    private static void awaitInfersWhatOneExpects(
            Coroutine<String> text,
            Coroutine<Integer> number,
            Coroutine<? extends Number> some,
            CompletionStage<List<String>> stage,
            CompletableFuture<?> any,
            Task<int[]> task) {
        String s = await(text);
        int i = await(number);
        long l = await(number);
        Number n = await(some);
        int length = await(text).length() + await(stage).get(0).length() + await(task).length;
        Object o = await(any);
        var v = await(done(5)) + await(number);
        await(done());
        Coroutine<List<? extends CharSequence>> wide = done(List.of("a"));
        CompletableFuture<String> future = done("x");
        CompletionStage<Void> nothing = done();
    }

    @Test
    void whatDoneReturnsIsACompletedFutureToo() {
        CompletableFuture<Integer> future = done(3);
        assertEquals(4, future.thenApply(x -> x + 1).join());
        assertEquals(3, run(done(3)));
    }

    @Test
    void aMethodThatReturnsAFutureRunsOnTheLoopOfItsThreadOrElseOnTheBackgroundLoop() throws Exception {
        Thread[] seen = new Thread[2];
        run(script("main").await(() -> Launch.future(script("eager").run(() -> seen[0] = Thread.currentThread()))));
        Launch.future(script("eager").run(() -> seen[1] = Thread.currentThread()))
                .get();
        assertEquals(Thread.currentThread(), seen[0]);
        assertNotSame(Thread.currentThread(), seen[1]);
    }

    @Test
    void itsFirstStepIsMadeDuringTheCallEvenInACallback() {
        List<Object> seen = new ArrayList<>();
        run(script("main")
                .run(() -> EventLoop.current().execute(() -> {
                    var future = Launch.future(script("eager")
                            .run(() -> seen.add(Javait.currentTask() != null))
                            .turns(1));
                    seen.add(future.isDone());
                    seen.add(Javait.currentTask() == null);
                    seen.add(Launch.future(script("ready").returns(() -> "value"))
                            .getNow("late"));
                }))
                .turns(1));
        assertEquals(List.of(true, false, true, "value"), seen);
    }

    @Test
    void aFutureMethodsTaskStartsWithTheThreadLocalsOfItsCallerAndLeavesThemToIt() {
        ThreadLocal<String> local = new ThreadLocal<>();
        List<String> seen = new ArrayList<>();
        EventLoop.builder()
                .threadLocal(local::get, local::set)
                .run(script("main").run(() -> local.set("caller's")).await(() -> {
                    var future = Launch.future(script("eager")
                            .run(() -> {
                                seen.add(local.get());
                                local.set("its own");
                            })
                            .turns(1)
                            .run(() -> seen.add(local.get())));
                    seen.add(local.get());
                    return future;
                }));
        assertEquals(List.of("caller's", "caller's", "its own"), seen);
    }

    @Test
    void anEntryPointOnTheThreadOfALoopIsRefused() {
        assertThrows(IllegalStateException.class, () -> run(script("main").run(() -> Launch.run(script("nested")))));
    }
}
