package dev.javait;

import static dev.javait.Javait.createTask;
import static dev.javait.Javait.gather;
import static dev.javait.Javait.run;
import static dev.javait.Javait.shield;
import static dev.javait.Javait.sleep;
import static dev.javait.Javait.toThread;
import static dev.javait.Javait.waitFor;
import static dev.javait.Javait.yieldNow;
import static dev.javait.Script.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class EventLoopTest {
    private final Trail trail = new Trail();
    private Task<?> task;

    private static <T> T virtually(Awaitable<T> main) {
        return EventLoop.builder().clock(LoopClock.virtual()).run(main);
    }

    // Runs.

    @Test
    void aCheckedFailureComesOutOfRunItself() {
        IOException failure = new IOException("x");
        assertSame(
                failure,
                assertThrows(IOException.class, () -> run(script("main").raises(() -> failure))));
    }

    @Test
    void runWithinARunIsRefused() {
        IllegalStateException e = assertThrows(
                IllegalStateException.class, () -> run(script("main").run(() -> run(script("nested")))));
        assertTrue(e.getMessage().contains("createTask"), e.getMessage());
        assertEquals(0, e.getSuppressed().length);
    }

    @Test
    void runTakesAnyAwaitable() {
        Awaitable<Integer> mine = () -> Script.<Integer>script("mine").returns(() -> 3);
        assertEquals(3, run(mine));
        assertEquals(4, run(Javait.done(4)));
    }

    @Test
    void oneLoopRunsSeveralTimesAndKeepsTasksInBetween() {
        try (EventLoop loop = EventLoop.builder().clock(LoopClock.virtual()).build()) {
            loop.run(script("first")
                    .run(() -> task = createTask(script("kept").turns(3).run(() -> trail.add("kept")))));
            assertFalse(task.isDone());
            loop.run(script("second").await(() -> task));
        }
        assertEquals(List.of("kept"), trail.events());
    }

    @Test
    void aClosedLoopRefusesEverythingAndSaysSo() {
        EventLoop loop = EventLoop.builder().build();
        loop.close();
        loop.close();
        assertThrows(RejectedExecutionException.class, () -> loop.execute(() -> {}));
        assertThrows(RejectedExecutionException.class, () -> loop.submit(script("late")));
        assertThrows(IllegalStateException.class, () -> loop.run(script("late")));
    }

    @Test
    void whatNeedsALoopSaysSoWhereThereIsNone() {
        for (Runnable use : List.<Runnable>of(
                EventLoop::current,
                Promise::new,
                () -> createTask(script("x")),
                () -> gather(),
                () -> Javait.timeout(null),
                TaskGroup::open,
                Javait::currentTask)) {
            IllegalStateException e = assertThrows(IllegalStateException.class, use::run);
            assertTrue(e.getMessage().contains("inside run("), e.getMessage());
            assertTrue(e.getMessage().contains("If the method that calls it is @Async, javac did not"), e.getMessage());
            assertTrue(e.getMessage().contains("annotationProcessorPaths"), e.getMessage());
        }
    }

    @Test
    void tasksThatAreMadeWhileTheLoopIsClosedEndTooOrAreReported() {
        List<String> unhandled = new ArrayList<>();
        EventLoop.builder()
                .onUnhandled(what -> unhandled.add(what.message()))
                .run(script("main")
                        .run(() -> createTask(script("old")
                                .await(() -> new Promise<>())
                                .always(() -> createTask(script("new").turns(1).always(() -> trail.add("ended")))))));
        assertEquals(List.of("ended"), trail.events());
        assertEquals(List.of(), unhandled);
        Runnable[] again = {null};
        again[0] = () -> createTask(script("one more")
                .await(() -> new Promise<>())
                .always(() -> again[0].run())
                .awaitAlways(() -> sleep(Duration.ofMillis(1))));
        EventLoop.builder()
                .onUnhandled(what -> unhandled.add(what.message()))
                .run(script("main").run(() -> again[0].run()).turns(3));
        assertEquals(List.of("a task is lost: tasks go on making tasks when they are cancelled"), unhandled);
    }

    @Test
    void cancellingASubmittedFutureTwiceIsOneRequest() throws Exception {
        CompletableFuture<Object>[] future = futures();
        EventLoop.builder()
                .run(script("main")
                        .run(() -> future[0] = EventLoop.current()
                                .submit(script("submitted")
                                        .await(() -> sleep(Duration.ofSeconds(100)))
                                        .recover(CancelledError.class, e -> trail.add("cancelled"))
                                        .turns(5)
                                        .run(() -> trail.add("cleaned up"))))
                        .turns(2)
                        .run(() -> assertTrue(future[0].cancel(false)))
                        .turns(2)
                        .run(() -> assertTrue(future[0].cancel(false)))
                        .turns(10));
        assertEquals(List.of("cancelled", "cleaned up"), trail.events());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static CompletableFuture<Object>[] futures() {
        return new CompletableFuture[1];
    }

    // Deadlocks.

    @Test
    void aMainThatNothingCanWakeFailsWithTheStacksOfThoseThatWait() {
        DeadlockError e = assertThrows(
                DeadlockError.class,
                () -> run(script("main")
                        .run(() -> createTask(script("helper").await(() -> new Promise<>()), "helping"))
                        .await(() -> new Promise<>())
                        .always(() -> trail.add("cleaned up"))));
        assertTrue(e.getMessage().contains("app.Script.main(Script.java:2)"), e.getMessage());
        assertTrue(e.getMessage().contains("pending task helping, waiting for pending promise"), e.getMessage());
        assertEquals(List.of("cleaned up"), trail.events());
    }

    @Test
    void tasksThatAwaitEachOtherAreADeadlockAndTheRunStillEnds() {
        List<Task<?>> ring = new ArrayList<>();
        List<String> unhandled = new ArrayList<>();
        assertThrows(
                DeadlockError.class,
                () -> EventLoop.builder()
                        .onUnhandled(what -> unhandled.add(what.message()))
                        .run(script("main")
                                .run(() -> {
                                    ring.add(createTask(script("a").await(() -> ring.get(1))));
                                    ring.add(createTask(script("b").await(() -> ring.get(2))));
                                    ring.add(createTask(script("c").await(() -> ring.get(1))));
                                })
                                .await(() -> ring.get(0))));
        assertEquals(List.of("tasks did not end when the event loop was closed"), unhandled);
    }

    @Test
    void whatAnotherThreadMayStillDoIsNoDeadlock() throws Exception {
        CompletableFuture<Integer> future = new CompletableFuture<>();
        Thread thread = new Thread(() -> future.complete(5));
        assertEquals(
                5,
                run(Script.<Integer>script("main")
                        .run(thread::start)
                        .await(() -> future)
                        .returns(future::join)));
        thread.join();
    }

    // Other threads.

    @Test
    void executeFromOtherThreadsRunsEverythingInTheOrderOfEachThread() {
        int threads = 4;
        int each = 20_000;
        int[] next = new int[threads];
        int[] left = {threads * each};
        Promise<Object>[] all = AsyncioLoopTest.newArray(1);
        run(script("main")
                .run(() -> {
                    all[0] = new Promise<>();
                    EventLoop loop = EventLoop.current();
                    for (int t = 0; t < threads; t++) {
                        int me = t;
                        new Thread(() -> {
                                    for (int i = 0; i < each; i++) {
                                        int mine = i;
                                        loop.execute(() -> {
                                            assertEquals(next[me]++, mine);
                                            if (--left[0] == 0) {
                                                all[0].complete("done");
                                            }
                                        });
                                    }
                                })
                                .start();
                    }
                })
                .await(() -> all[0]));
        assertEquals(0, left[0]);
    }

    @Test
    void submitGivesAFutureOfTheOutcome() throws Exception {
        assertEquals(
                7,
                EventLoop.background()
                        .submit(Script.<Integer>script("seven").turns(1).returns(() -> 7))
                        .get());
        ExecutionException e = assertThrows(
                ExecutionException.class,
                () -> EventLoop.background()
                        .submit(script("bad").raises(() -> new IOException("x")))
                        .get());
        assertEquals(IOException.class, e.getCause().getClass());
    }

    @Test
    void cancellingASubmittedFutureCancelsTheTask() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        CompletableFuture<Object> future = EventLoop.background()
                .submit(script("waits")
                        .run(begun::countDown)
                        .await(() -> new Promise<>())
                        .recover(CancelledError.class, error -> cancelled.countDown()));
        begun.await();
        future.cancel(true);
        cancelled.await();
        assertThrows(CancellationException.class, future::join);
    }

    @Test
    void aPromiseUsedOnAnotherThreadSaysWhereToGo() throws Exception {
        List<Throwable> seen = new ArrayList<>();
        run(script("main").run(() -> {
            Promise<Integer> promise = new Promise<>();
            Thread thread = new Thread(() -> {
                try {
                    promise.complete(1);
                } catch (IllegalStateException e) {
                    seen.add(e);
                }
            });
            thread.start();
            thread.join();
        }));
        assertTrue(
                seen.get(0).getMessage().contains("loop.execute"), seen.get(0).getMessage());
    }

    @Test
    void aPromiseOfAnotherLoopCannotBeAwaited() {
        Promise<Object>[] foreign = AsyncioLoopTest.newArray(1);
        run(script("one").run(() -> foreign[0] = new Promise<>()));
        IllegalStateException e = assertThrows(
                IllegalStateException.class, () -> run(script("two").await(() -> foreign[0])));
        assertTrue(e.getMessage().contains("another event loop"));
    }

    @Test
    void interruptingTheThreadCancelsTheMainTaskAndStaysSet() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        boolean[] interrupted = {false};
        Thread thread = new Thread(() -> {
            try {
                run(script("main")
                        .run(waiting::countDown)
                        .await(() -> sleep(Duration.ofHours(1)))
                        .always(() -> trail.add("cleaned up")));
            } catch (CancelledError e) {
                trail.add("cancelled");
            }
            interrupted[0] = Thread.currentThread().isInterrupted();
        });
        thread.start();
        waiting.await();
        thread.interrupt();
        thread.join();
        assertEquals(List.of("cleaned up", "cancelled"), trail.events());
        assertTrue(interrupted[0]);
    }

    @Test
    void toThreadRunsElsewhereAndItsFailureComesBackItself() {
        IOException failure = new IOException("x");
        Thread here = Thread.currentThread();
        run(script("main")
                .await(() -> toThread(Thread::currentThread), thread -> assertNotSame(here, thread))
                .await(() -> toThread(() -> {
                    throw failure;
                }))
                .recover(IOException.class, e -> assertSame(failure, e)));
    }

    @Test
    void theEndWaitsForAFunctionThatStillRunsInAThread() {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        run(script("main")
                .run(() -> task = createTask(toThread(() -> {
                    begun.countDown();
                    go.await();
                    trail.add("function ends");
                    return 1;
                })))
                .turns(2)
                .run(() -> {
                    begun.await();
                    trail.add("main ends");
                    go.countDown();
                }));
        assertEquals(List.of("main ends", "function ends"), trail.events());
        assertTrue(task.isCancelled());
    }

    // Stages.

    @Test
    void aStageThatIsDoneGivesItsValueAtOnce() {
        run(script("main")
                .run(() -> createTask(script("other").run(() -> trail.add("other"))))
                .await(() -> CompletableFuture.completedFuture(1), value -> trail.add("got " + value))
                .await(
                        () -> CompletableFuture.completedStage(2).thenApply(x -> x),
                        value -> trail.add("got " + value)));
        assertEquals(List.of("got 1", "got 2", "other"), trail.events());
    }

    @Test
    void theFailureOfAStageComesOutWithoutItsWrapper() {
        IOException failure = new IOException("x");
        CompletableFuture<Object> late = new CompletableFuture<>();
        run(script("main")
                .await(() -> CompletableFuture.failedFuture(failure).thenApply(x -> x))
                .recover(IOException.class, e -> trail.add("ready " + (e == failure)))
                .run(() ->
                        EventLoop.current().execute(() -> late.completeExceptionally(new CompletionException(failure))))
                .await(() -> late)
                .recover(IOException.class, e -> trail.add("late " + (e == failure))));
        assertEquals(List.of("ready true", "late true"), trail.events());
    }

    @Test
    void cancellingTheTaskCancelsTheStageUnlessItIsShielded() {
        CompletableFuture<Object> bare = new CompletableFuture<>();
        CompletableFuture<Object> kept = new CompletableFuture<>();
        run(script("main")
                .run(() -> task = createTask(script("bare").await(() -> bare)))
                .turns(1)
                .run(() -> task.cancel())
                .await(() -> task)
                .recover(CancelledError.class, e -> trail.add("bare " + bare.isCancelled()))
                .run(() -> task = createTask(
                        script("kept").await(() -> shield(script("inner").await(() -> kept)))))
                .turns(2)
                .run(() -> task.cancel())
                .await(() -> task)
                .recover(CancelledError.class, e -> trail.add("kept " + kept.isCancelled())));
        assertEquals(List.of("bare true", "kept false"), trail.events());
    }

    @Test
    void aCancelledStageIsACancellation() {
        CompletableFuture<Object> future = new CompletableFuture<>();
        future.cancel(true);
        run(script("main").await(() -> future).recover(CancelledError.class, e -> trail.add("cancelled")));
        assertEquals(List.of("cancelled"), trail.events());
    }

    @Test
    void aTasksFutureFollowsItAndCancelsIt() {
        run(script("main")
                .run(() -> task = createTask(script("waits").await(() -> new Promise<>())))
                .turns(1)
                .run(() -> {
                    CompletableFuture<?> future = task.toCompletableFuture();
                    future.cancel(true);
                })
                .await(() -> task)
                .recover(CancelledError.class, e -> trail.add("cancelled")));
        assertEquals(List.of("cancelled"), trail.events());
    }

    // Time.

    @Test
    void virtualTimeCostsNothingAndIsExact() {
        virtually(script("main")
                .await(() -> sleep(Duration.ofDays(3)))
                .run(() -> assertEquals(Duration.ofDays(3), EventLoop.current().time()))
                .await(() -> sleep(Duration.ofNanos(1)))
                .run(() -> assertEquals(
                        Duration.ofDays(3).plusNanos(1), EventLoop.current().time())));
    }

    @Test
    void virtualTimeStandsStillWhileAThreadWorks() {
        Thread here = Thread.currentThread();
        virtually(script("main")
                .await(() -> waitFor(
                        toThread(() -> {
                            // Until the loop has nothing else to do: then it would jump to the end of the limit.
                            while (here.getState() == Thread.State.RUNNABLE) {
                                Thread.onSpinWait();
                            }
                            return 1;
                        }),
                        Duration.ofMillis(1)))
                .run(() -> assertEquals(Duration.ZERO, EventLoop.current().time())));
    }

    @Test
    void virtualTimeDoesNotWaitForAStageThatNobodyCompletes() {
        assertThrows(
                AsyncTimeoutException.class,
                () -> virtually(script("main")
                        .await(() ->
                                waitFor(script("inner").await(() -> new CompletableFuture<>()), Duration.ofHours(1)))));
    }

    @Test
    void equalDeadlinesComeInTheOrderInWhichTheyWereSet() {
        virtually(script("main")
                .run(() -> {
                    for (int i = 0; i < 200; i++) {
                        int n = i;
                        TimerHandle timer =
                                EventLoop.current().schedule(Duration.ofSeconds(1), () -> trail.add("" + n));
                        if (i % 4 != 0) {
                            timer.cancel();
                        }
                    }
                })
                .await(() -> sleep(Duration.ofSeconds(2))));
        assertEquals(50, trail.events().size());
        assertEquals("0 4 8 12", String.join(" ", trail.events().subList(0, 4)));
    }

    @Test
    void aDurationBeyondAllBoundsIsForEver() {
        virtually(script("main")
                .run(() -> task = createTask(sleep(Duration.ofSeconds(Long.MAX_VALUE))))
                .await(() -> sleep(Duration.ofDays(36_500)))
                .run(() -> assertFalse(task.isDone())));
    }

    // What nobody caught.

    @Test
    void aFailureThatNobodyLooksAtIsReported() {
        List<Unhandled> reports = new ArrayList<>();
        EventLoop.builder()
                .onUnhandled(reports::add)
                .run(script("main")
                        .run(() -> {
                            createTask(script("forgotten").raises(() -> new IOException("forgotten")), "forgotten");
                            task = createTask(script("seen").raises(() -> new IOException("seen")));
                        })
                        .await(() -> yieldNow())
                        .run(() -> task.exception()));
        assertEquals(1, reports.size());
        assertEquals(
                "the failure of task forgotten was never retrieved",
                reports.get(0).message());
        assertEquals("forgotten", reports.get(0).error().getMessage());
    }

    @Test
    void aHandlerThatFailsDoesNotStopTheLoop() {
        EventLoop.builder()
                .onUnhandled(what -> {
                    trail.add("told");
                    throw new IllegalStateException("of the handler");
                })
                .run(script("main")
                        .run(() -> EventLoop.current().execute(() -> {
                            throw new IllegalStateException("of the callback");
                        }))
                        .turns(2)
                        .run(() -> trail.add("goes on")));
        assertEquals(List.of("told", "goes on"), trail.events());
    }

    @Test
    void aDumpShowsEachTaskWithItsStack() {
        run(script("main")
                .run(() -> task = createTask(
                        script("outer").await(() -> script("inner").await(() -> sleep(Duration.ofHours(1)))), "deep"))
                .turns(1)
                .run(() -> trail.add(EventLoop.current().dump())));
        String dump = trail.toString();
        assertTrue(
                dump.lines()
                        .map(String::strip)
                        .toList()
                        .containsAll(List.of(
                                "pending task Task-1",
                                "pending task deep, waiting for pending promise",
                                "at dev.javait.Javait.sleep(Javait.java)",
                                "at app.Script.inner(Script.java:1)",
                                "at app.Script.outer(Script.java:1)")),
                dump);
    }
}
