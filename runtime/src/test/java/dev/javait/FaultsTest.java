package dev.javait;

import static dev.javait.Javait.createTask;
import static dev.javait.Javait.run;
import static dev.javait.Javait.sleep;
import static dev.javait.Script.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a loop and its tasks when something fails that should not: the table "Faults" in docs/runtime.md, row by row. */
@Timeout(300)
class FaultsTest {
    private final Trail trail = new Trail();
    private final List<Unhandled> unhandled = new ArrayList<>();
    private Task<?> task;

    private <T> T watched(Awaitable<T> main) {
        return EventLoop.builder().onUnhandled(unhandled::add).run(main);
    }

    /** Another task, which must not notice anything. */
    private Script<Object> bystander() {
        return script("bystander").turns(5).run(() -> trail.add("bystander ends"));
    }

    private void failsAlone(Script<?> failing, Class<? extends Throwable> type) {
        watched(script("main")
                .run(() -> {
                    task = createTask(failing);
                    createTask(bystander());
                })
                .await(() -> task)
                .recover(Throwable.class, e -> trail.add(e.getClass().getSimpleName()))
                .turns(6)
                .run(() -> assertInstanceOf(type, task.exception())));
        assertEquals(List.of(type.getSimpleName(), "bystander ends"), trail.events());
        assertEquals(List.of(), unhandled);
    }

    @Test
    void anErrorInAStepIsWhatItsTaskFailsWith() {
        failsAlone(script("step").turns(1).raises(AssertionError::new), AssertionError.class);
    }

    @Test
    void soIsAnErrorOfTheMainTask() {
        LinkageError error = new LinkageError();
        assertSame(
                error,
                assertThrows(
                        LinkageError.class,
                        () -> watched(script("main").turns(1).raises(() -> error))));
    }

    private int endless(int depth) {
        return endless(depth + 1) + 1;
    }

    @Test
    void soIsAStackOverflow() {
        failsAlone(script("deep").turns(1).run(() -> endless(0)), StackOverflowError.class);
    }

    @Test
    void soIsAStackOverflowBelowManyAwaits() {
        Script<Object> nested = script("bottom").turns(1).run(() -> endless(0));
        for (int i = 0; i < 1_000; i++) {
            Script<Object> inner = nested;
            nested = script("level").await(() -> inner);
        }
        failsAlone(nested, StackOverflowError.class);
    }

    @Test
    void soIsAStackOverflowInAwaitsThatNeverWaited() {
        Script<Object> nested = script("bottom").run(() -> endless(0));
        for (int i = 0; i < 1_000; i++) {
            Script<Object> inner = nested;
            nested = script("level").await(() -> inner);
        }
        failsAlone(nested, StackOverflowError.class);
    }

    @Test
    void soIsAnExhaustedHeap() {
        // More than any array can have: the JVM refuses without having used up anything.
        failsAlone(
                script("large").turns(1).run(() -> trail.add("" + new long[Integer.MAX_VALUE].length)),
                OutOfMemoryError.class);
    }

    @Test
    void aCallbackThatFailsIsReportedAndTheOthersRun() {
        watched(script("main")
                .run(() -> {
                    EventLoop loop = EventLoop.current();
                    loop.execute(() -> {
                        throw new IllegalStateException("callback");
                    });
                    loop.execute(() -> endless(0));
                    loop.schedule(Duration.ZERO, () -> {
                        throw new AssertionError("timer");
                    });
                    loop.execute(() -> trail.add("next callback"));
                    task = createTask(script("task"));
                    task.onDone(done -> {
                        throw new IllegalStateException("onDone");
                    });
                    task.onDone(done -> trail.add("next onDone"));
                })
                .await(() -> sleep(Duration.ofMillis(1))));
        assertEquals(List.of("next callback", "next onDone"), trail.events());
        assertEquals(
                List.of("callback", "null", "onDone", "timer"),
                unhandled.stream()
                        .map(what -> String.valueOf(what.error().getMessage()))
                        .sorted()
                        .toList());
        unhandled.forEach(what -> assertEquals("a callback failed", what.message()));
    }

    @Test
    void aLoopIsNotClosedFromWithin() {
        EventLoop loop = EventLoop.builder().build();
        try (loop) {
            loop.run(script("main")
                    .run(loop::close)
                    .recover(IllegalStateException.class, e -> trail.add("refused"))
                    .turns(1)
                    .run(() -> trail.add("goes on")));
        }
        assertEquals(List.of("refused", "goes on"), trail.events());
    }

    @Test
    void aLoopThatIsClosedEndsItsTasksAndTheFuturesThatOthersHold() {
        EventLoop loop = EventLoop.builder().build();
        CompletableFuture<Object> begun =
                loop.submit(script("begun").await(() -> new Promise<>()).always(() -> trail.add("cleaned up")));
        loop.run(script("main").turns(2));
        CompletableFuture<Object> late = loop.submit(script("late").await(() -> new Promise<>()));
        loop.execute(() -> trail.add("executed"));
        loop.close();
        assertEquals(List.of("cleaned up", "executed"), trail.events());
        assertThrows(CancellationException.class, begun::join);
        assertThrows(CancellationException.class, late::join);
        assertThrows(RejectedExecutionException.class, () -> loop.submit(script("too late")));
    }

    @Test
    void whatALoopTookBeforeItWasClosedIsRunOrCancelledThoughNothingElseKeepsItTurning() {
        EventLoop loop = EventLoop.builder().onUnhandled(unhandled::add).build();
        CompletableFuture<Object> submitted = loop.submit(script("submitted").run(() -> trail.add("never")));
        loop.execute(() -> trail.add("executed"));
        loop.execute(() -> createTask(script("task").run(() -> trail.add("never"))));
        loop.close();
        assertEquals(List.of("executed"), trail.events());
        assertThrows(CancellationException.class, submitted::join);
        assertEquals(
                List.of("the event loop is closed; nothing would run a task any more"),
                unhandled.stream().map(what -> what.error().getMessage()).toList());
    }

    @Test
    void aPoolThatRejectsFailsTheAwaitAndNothingIsLeftWaiting() {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        pool.shutdown();
        watched(script("main")
                .await(() -> new ToThread<>(() -> 1, pool))
                .recover(RejectedExecutionException.class, e -> trail.add("toThread"))
                .await(() -> CompletableFuture.supplyAsync(() -> 1, pool))
                .recover(RejectedExecutionException.class, e -> trail.add("supplyAsync")));
        assertEquals(List.of("toThread", "supplyAsync"), trail.events());
        // Nothing counts as under way, so what cannot be woken is found out.
        assertThrows(
                DeadlockError.class,
                () -> watched(script("main")
                        .await(() -> new ToThread<>(() -> 1, pool))
                        .recover(RejectedExecutionException.class, e -> {})
                        .await(() -> new Promise<>())));
    }

    @Test
    void anInterruptCancelsTheMainTaskOnceAndIsThereAgainAfterTheRun() {
        run(script("main")
                .run(() -> Thread.currentThread().interrupt())
                .await(() -> sleep(Duration.ofHours(1)))
                .recover(CancelledError.class, e -> trail.add(e.getMessage()))
                .await(() -> sleep(Duration.ofMillis(1)))
                .run(() -> trail.add("goes on")));
        assertEquals(List.of("the thread was interrupted", "goes on"), trail.events());
        assertTrue(Thread.interrupted());
    }

    @Test
    void aHandlerOfFailuresThatFailsIsLogged() {
        Log.take();
        EventLoop.builder()
                .onUnhandled(what -> {
                    throw new AssertionError("handler");
                })
                .run(script("main")
                        .run(() -> EventLoop.current().execute(() -> {
                            throw new IllegalStateException("callback");
                        }))
                        .turns(2));
        assertEquals(
                List.of("callback", "handler"),
                Log.take().stream().map(event -> event.thrown().getMessage()).toList());
    }
}
