package dev.javait;

import static dev.javait.Javait.createTask;
import static dev.javait.Javait.currentTask;
import static dev.javait.Javait.gather;
import static dev.javait.Javait.run;
import static dev.javait.Javait.shield;
import static dev.javait.Javait.sleep;
import static dev.javait.Javait.timeout;
import static dev.javait.Javait.waitFor;
import static dev.javait.Script.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What combines coroutines, where Javait goes beyond asyncio 3.11: as later versions have it, or in Java's own way. */
class TogetherTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final Trail trail = new Trail();
    private TaskGroup group;
    private Task<?> task;

    private static <T> T run(Awaitable<T> main) {
        return EventLoop.builder().clock(LoopClock.virtual()).run(main);
    }

    private Script<Object> inGroup(Consumer<Script<Object>> body) {
        return within(() -> group = TaskGroup.open(), body);
    }

    private static Script<Object> within(Callable<? extends AsyncScope> open, Consumer<Script<Object>> body) {
        AsyncScope[] scope = {null};
        Throwable[] error = {null};
        Script<Object> block = script("block").run(() -> scope[0] = open.call());
        body.accept(block);
        return block.recover(Throwable.class, e -> error[0] = e)
                .await(() -> scope[0].exit(error[0]), (Boolean swallowed) -> {
                    if (error[0] != null && !swallowed) {
                        throw Sneaky.rethrow(error[0]);
                    }
                });
    }

    @Test
    void aGroupThrowsTheFirstFailureItselfWithTheOthersSuppressed() {
        Exception first = new Exception("first");
        Exception second = new Exception("second");
        Exception thrown = assertThrows(
                Exception.class,
                () -> run(inGroup(body -> body.run(() -> {
                    group.spawn(script("first").turns(1).raises(() -> first));
                    group.spawn(script("second").await(() -> sleep(LONG)).recover(CancelledError.class, e -> {
                        throw Sneaky.rethrow(second);
                    }));
                }))));
        assertSame(first, thrown);
        assertEquals(List.of(second), List.of(thrown.getSuppressed()));
    }

    @Test
    void theFailureOfABodyComesBeforeThoseThatItCaused() {
        Exception thrown = assertThrows(
                Exception.class,
                () -> run(inGroup(body -> body.run(() -> group.spawn(
                                script("later").await(() -> sleep(LONG)).recover(CancelledError.class, e -> {
                                    throw new IllegalStateException("later");
                                })))
                        .turns(1)
                        .raises(() -> new Exception("body")))));
        assertEquals("body", thrown.getMessage());
        assertEquals("later", thrown.getSuppressed()[0].getMessage());
    }

    @Test
    void cancellingAGroupEndsItsBlockWithoutAFailure() {
        run(script("main")
                .await(() -> inGroup(body -> body.run(() -> {
                            group.spawn(script("one").await(() -> sleep(LONG)).always(() -> trail.add("one ended")));
                            TaskGroup mine = group;
                            group.spawn(script("two").turns(1).run(mine::cancel));
                        })
                        .await(() -> sleep(LONG))
                        .always(() -> trail.add("body ended"))))
                .run(() -> trail.add("left with " + currentTask().cancelling() + " requests"))
                .run(() -> group.cancel())
                .turns(1));
        assertEquals(List.of("one ended", "body ended", "left with 0 requests"), trail.events());
    }

    @Test
    void aFailureDuringTheWaitOfABlockDoesNotLeaveARequestBehind() {
        run(script("main")
                .await(() -> inGroup(body ->
                        body.run(() -> group.spawn(script("bad").turns(3).raises(() -> new Exception("bad"))))))
                .recover(
                        Exception.class,
                        e -> trail.add("failed, requests " + currentTask().cancelling()))
                .turns(1)
                .run(() -> trail.add("goes on")));
        assertEquals(List.of("failed, requests 0", "goes on"), trail.events());
    }

    @Test
    void aRequestFromOutsideIsNotLostWhenATaskFailsToo() {
        run(script("main")
                .run(() -> task = createTask(script("outer")
                        .await(() -> inGroup(body -> body.run(() -> group.spawn(
                                script("bad").await(() -> sleep(LONG)).recover(CancelledError.class, e -> {
                                    throw new IllegalStateException("bad");
                                })))))
                        .recover(
                                IllegalStateException.class,
                                e -> trail.add(
                                        "failed, requests " + currentTask().cancelling()))
                        .await(() -> sleep(LONG))
                        .recover(CancelledError.class, e -> trail.add("delivered again"))))
                .turns(3)
                .run(() -> task.cancel())
                .await(() -> task));
        assertEquals(List.of("failed, requests 1", "delivered again"), trail.events());
    }

    @Test
    void aGroupThatIsBeingCancelledTakesNoMoreTasks() {
        IllegalStateException e = assertThrows(
                IllegalStateException.class,
                () -> run(inGroup(body -> body.run(() -> {
                    group.spawn(script("one").await(() -> sleep(LONG)));
                    group.cancel();
                    group.spawn(script("two"));
                }))));
        assertTrue(e.getMessage().contains("is being cancelled and takes no more tasks"), e.getMessage());
    }

    @Test
    void aScopeThatIsClosedWithoutBeingAwaitedSaysSo() {
        assertThrows(
                IllegalStateException.class,
                () -> run(script("main").run(() -> TaskGroup.open().close())));
    }

    @Test
    void waitForAwaitsACoroutineInTheTaskThatWaits() {
        run(script("main")
                .run(() -> task = currentTask())
                .await(() -> waitFor(script("inner").turns(1).run(() -> assertSame(task, currentTask())), LONG)));
    }

    @Test
    void aFailureAfterTheAwaiterOfAShieldHasLeftIsReported() {
        List<String> reports = new ArrayList<>();
        EventLoop.builder()
                .clock(LoopClock.virtual())
                .onUnhandled(
                        what -> reports.add(what.message() + ": " + what.error().getMessage()))
                .run(script("main")
                        .run(() -> task = createTask(script("waiter")
                                .await(() -> shield(script("inner")
                                        .await(() -> sleep(Duration.ofSeconds(1)))
                                        .raises(() -> new Exception("late"))))))
                        .turns(2)
                        .run(() -> task.cancel())
                        .await(() -> sleep(Duration.ofSeconds(2))));
        assertEquals(List.of("what shield protected failed after its awaiter had left: late"), reports);
    }

    @Test
    void aTimeoutThatIsOverCannotBeRescheduled() {
        Timeout[] t = {null};
        IllegalStateException e = assertThrows(
                IllegalStateException.class,
                () -> run(script("main")
                        .await(() -> within(() -> t[0] = timeout(LONG), body -> body.turns(1)))
                        .run(() -> t[0].reschedule(Duration.ZERO))));
        assertTrue(e.getMessage().contains("is over"), e.getMessage());
    }

    @Test
    void aTimeoutMovedIntoThePastEndsTheBlock() {
        Timeout[] t = {null};
        run(script("main")
                .await(() -> sleep(LONG))
                .await(() -> within(
                        () -> t[0] = timeout(null),
                        body -> body.run(() -> t[0].reschedule(Duration.ZERO)).await(() -> sleep(LONG))))
                .recover(AsyncTimeoutException.class, e -> trail.add("late")));
        assertEquals(List.of("late"), trail.events());
    }

    @Test
    void gatherTakesTheSameThingTwiceAndNullsAsValues() {
        run(script("main")
                .run(() -> task = createTask(script("nothing").turns(1)))
                .await(
                        () -> gather(task, Javait.done(), task),
                        (List<Object> values) -> assertEquals(java.util.Arrays.asList(null, null, null), values)));
    }

    @Test
    void aCoroutineThatIsGivenTwiceRunsOnce() {
        List<Integer> found = new ArrayList<>();
        Script<Object> any = script("any").turns(1);
        Script<Object> all = script("all").turns(1);
        Script<Object> each = script("each").turns(1);
        run(script("main")
                .<Waited<Object>>await(
                        () -> Javait.waitAny(List.of(any, any)),
                        waited -> found.add(waited.done().size()))
                .<Waited<Object>>await(
                        () -> Javait.waitAll(List.of(all, all)),
                        waited -> found.add(
                                waited.done().size() + waited.pending().size()))
                .run(() -> found.add(Javait.allTasks().size()))
                .await(() -> {
                    AsyncIterator<Task<Object>> tasks =
                            Javait.asCompleted(List.of(each, each)).iterator();
                    found.add(Javait.allTasks().size());
                    return tasks.moveNext();
                }));
        assertEquals(List.of(1, 1, 1, 2), found);
    }
}
