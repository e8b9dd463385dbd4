package dev.javait;

import static dev.javait.Javait.createTask;
import static dev.javait.Javait.run;
import static dev.javait.Javait.sleep;
import static dev.javait.Javait.yieldNow;
import static dev.javait.Script.script;
import static java.time.Duration.ofHours;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.javait.frame.Await;
import dev.javait.frame.Driver;
import dev.javait.frame.GeneratorFrame;
import dev.javait.frame.LibraryFrame;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class GeneratorsTest {
    private final Trail trail = new Trail();

    private void matches(String section) {
        assertEquals(Asyncio.trace("generators", section), trail.events());
    }

    private AsyncIterator<Integer> numbers() {
        int[] i = {0};
        return script("numbers")
                .run(() -> trail.add("begin"))
                .label("next")
                .run(() -> trail.add("emit " + ++i[0]))
                .emit(() -> i[0])
                .jumpIf("next", () -> i[0] < 3)
                .always(() -> trail.add("cleaning"))
                .awaitAlways(() -> yieldNow())
                .always(() -> trail.add("cleaned"))
                .generator();
    }

    private Coroutine<Object> got(AsyncIterator<?> it) {
        return script("got").await(it::moveNext, (Boolean more) -> trail.add(more ? "got " + it.current() : "ended"));
    }

    private static <T> Script<Object> each(AsyncIterator<T> it, Consumer<T> body) {
        boolean[] more = {true};
        return script("each")
                .label("next")
                .await(it::moveNext, (Boolean next) -> more[0] = next)
                .run(() -> {
                    if (more[0]) {
                        body.accept(it.current());
                    }
                })
                .jumpIf("next", () -> more[0]);
    }

    @Test
    void aGeneratorRunsOnlyWhileItIsMoved() {
        AsyncIterator<Integer> it = numbers();
        trail.add("made");
        run(script("main")
                .await(() -> got(it))
                .run(() -> trail.add("between"))
                .await(() -> got(it))
                .await(() -> got(it))
                .await(() -> got(it))
                .await(it::moveNext, (Boolean more) -> trail.add(more ? "more" : "still ended")));
        matches("a generator runs only while it is moved");
    }

    @Test
    void closingRunsTheFinallyBlocksAndTheirAwaits() {
        AsyncIterator<Integer> it = numbers();
        run(script("main")
                .await(() -> got(it))
                .run(() -> EventLoop.current().execute(() -> trail.add("other")))
                .await(it::close)
                .run(() -> trail.add("closed"))
                .await(it::close)
                .run(() -> trail.add("closed again"))
                .await(() -> got(it)));
        matches("closing runs the finally blocks and their awaits");
    }

    @Test
    void closingAGeneratorThatNeverBeganRunsNothingOfIt() {
        AsyncIterator<Integer> it = numbers();
        run(script("main").await(it::close).run(() -> trail.add("closed")).await(() -> got(it)));
        matches("closing a generator that never began runs nothing of it");
    }

    @Test
    void emittingWhileBeingClosedIsAnError() {
        AsyncIterator<Integer> it = script("stubborn")
                .emit(() -> 1)
                .recover(Error.class, signal -> {})
                .emit(() -> 2)
                .generator();
        run(script("main")
                .await(it::moveNext)
                .await(it::close)
                .recover(IllegalStateException.class, e -> {
                    assertTrue(e.getMessage().contains("stubborn(Script.java:0) emitted while it was being closed"));
                    trail.add("error");
                })
                .await(it::moveNext, (Boolean more) -> assertEquals(false, more)));
        matches("emitting while being closed is an error");
    }

    @Test
    void emittingAfterAnAwaitWhileBeingClosedIsAnError() {
        AsyncIterator<Integer> it = script("stubborn")
                .emit(() -> 1)
                .awaitAlways(() -> yieldNow())
                .recover(Error.class, signal -> {})
                .emit(() -> 2)
                .generator();
        assertThrows(
                IllegalStateException.class,
                () -> run(script("main").await(it::moveNext).await(it::close)));
    }

    @Test
    void aBodyThatCatchesTheSignalAndEndsIsClosed() {
        AsyncIterator<Integer> it = script("catching")
                .emit(() -> 1)
                .recover(Exception.class, e -> trail.add("never: the signal is no Exception"))
                .recover(Throwable.class, e -> trail.add("caught the signal"))
                .generator();
        run(script("main").await(it::moveNext).await(it::close).run(() -> trail.add("closed")));
        matches("a body that catches the signal and ends is closed");
    }

    @Test
    void whatAFinallyBlockFailsWithComesOutOfTheClose() {
        AsyncIterator<Integer> it = script("failing")
                .emit(() -> 1)
                .awaitAlways(() -> yieldNow())
                .always(() -> {
                    throw new Exception("in cleanup");
                })
                .generator();
        run(script("main")
                .await(it::moveNext)
                .await(it::close)
                .recover(Exception.class, e -> trail.add(e.getMessage()))
                .await(it::close)
                .run(() -> trail.add("closed")));
        matches("what a finally block fails with comes out of the close");
    }

    @Test
    void aGeneratorThatFailedStaysEnded() {
        AsyncIterator<Integer> it = script("failing")
                .emit(() -> 1)
                .await(() -> yieldNow())
                .raises(() -> new Exception("broken"))
                .generator();
        run(script("main")
                .await(it::moveNext)
                .await(it::moveNext)
                .recover(Exception.class, e -> trail.add(e.getMessage()))
                .await(() -> got(it)));
        matches("a generator that failed stays ended");
    }

    @Test
    void aGeneratorThatFailsWithoutWaitingStaysEnded() {
        Exception failure = new Exception();
        AsyncIterator<Integer> it = script("failing").raises(() -> failure).generator();
        assertSame(
                failure, assertThrows(Exception.class, () -> run(script("main").await(it::moveNext))));
        run(script("main").await(it::moveNext, (Boolean more) -> assertEquals(false, more)));
    }

    @Test
    void twoConsumersAtOnceAreAnError() {
        AsyncIterator<Integer> it =
                script("gen").await(() -> yieldNow()).emit(() -> 1).generator();
        run(script("main")
                .run(() -> {
                    createTask(consume("a", it));
                    createTask(consume("b", it));
                    createTask(script("close")
                            .await(it::close)
                            .recover(IllegalStateException.class, e -> trail.add("close error")));
                })
                .await(() -> sleep(ofHours(0)))
                .await(() -> yieldNow())
                .await(() -> yieldNow()));
        matches("two consumers at once are an error");
    }

    private Script<Object> consume(String name, AsyncIterator<Integer> it) {
        return script("consume")
                .await(it::moveNext, (Boolean more) -> trail.add(name + " got " + it.current()))
                .recover(IllegalStateException.class, e -> {
                    assertTrue(e.getMessage().contains("cannot move while a moveNext() or close() of it runs"));
                    trail.add(name + " error");
                });
    }

    @Test
    void cancellingAConsumerEndsTheGenerator() {
        AsyncIterator<Integer> it = script("gen")
                .emit(() -> 1)
                .await(() -> sleep(ofHours(1)))
                .recover(CancelledError.class, e -> {
                    trail.add("body cancelled");
                    throw e;
                })
                .always(() -> trail.add("cleaned"))
                .generator();
        Task<?>[] task = new Task<?>[1];
        run(script("main")
                .run(() -> task[0] = createTask(each(it, x -> trail.add("got " + x))))
                .await(() -> yieldNow())
                .await(() -> yieldNow())
                .run(() -> task[0].cancel())
                .await(() -> task[0])
                .recover(CancelledError.class, e -> trail.add("cancelled"))
                .await(() -> got(it)));
        matches("cancelling a consumer ends the generator");
    }

    @Test
    void aBodyThatCatchesItsCancellationGoesOn() {
        AsyncIterator<Integer> it = script("gen")
                .await(() -> sleep(ofHours(1)))
                .recover(CancelledError.class, e -> trail.add("caught"))
                .emit(() -> 1)
                .emit(() -> 2)
                .generator();
        Task<?>[] task = new Task<?>[1];
        run(script("main")
                .run(() -> task[0] = createTask(each(it, x -> trail.add("got " + x))))
                .await(() -> yieldNow())
                .run(() -> task[0].cancel())
                .await(() -> task[0])
                .run(() -> trail.add("cancelled: " + (task[0].isCancelled() ? "True" : "False"))));
        matches("a body that catches its cancellation goes on");
    }

    @Test
    void aMoveNextThatDoesNotWaitMakesNoTurn() {
        int[] i = {0};
        AsyncIterator<Integer> it = script("gen")
                .label("next")
                .emit(() -> ++i[0])
                .jumpIf("next", () -> i[0] < 3)
                .await(() -> yieldNow())
                .emit(() -> 4)
                .generator();
        run(script("main")
                .run(() -> EventLoop.current().execute(() -> trail.add("turn")))
                .await(() -> each(it, x -> trail.add("got " + x))));
        matches("a moveNext that does not wait makes no turn");
    }

    private AsyncIterator<Integer> leftOpen(String name) {
        return script(name)
                .emit(() -> 1)
                .always(() -> trail.add(name + " cleaning"))
                .awaitAlways(() -> yieldNow())
                .always(() -> trail.add(name + " cleaned"))
                .generator();
    }

    @Test
    void theLoopClosesWhatIsLeftTasksFirst() {
        AsyncIterator<Integer> begun = leftOpen("begun");
        leftOpen("never begun");
        run(script("main")
                .await(begun::moveNext)
                .run(() -> createTask(
                        script("waits").await(() -> sleep(ofHours(1))).always(() -> trail.add("task cancelled"))))
                .await(() -> yieldNow())
                .run(() -> trail.add("main ends")));
        matches("the loop closes what is left, tasks first");
    }

    @Test
    void theLoopClosesGeneratorsInTheOrderInWhichTheyBegan() {
        List<AsyncIterator<Integer>> all = List.of(leftOpen("a"), leftOpen("b"), leftOpen("c"), leftOpen("d"));
        run(script("main")
                .await(() -> all.get(1).moveNext())
                .await(() -> all.get(0).moveNext())
                .await(() -> all.get(3).moveNext())
                .await(() -> all.get(2).moveNext())
                .await(() -> all.get(3).close()));
        assertEquals(
                List.of(
                        "d cleaning",
                        "d cleaned",
                        "b cleaning",
                        "a cleaning",
                        "c cleaning",
                        "b cleaned",
                        "a cleaned",
                        "c cleaned"),
                trail.events());
    }

    @Test
    void whatAGeneratorFailsWithAtShutdownIsReported() {
        AsyncIterator<Integer> it = script("gen")
                .emit(() -> 1)
                .always(() -> {
                    throw new Exception("in cleanup");
                })
                .generator();
        List<String> reports = new ArrayList<>();
        EventLoop.builder()
                .onUnhandled(
                        what -> reports.add(what.message() + ": " + what.error().getMessage()))
                .run(script("main").await(it::moveNext));
        assertEquals(List.of("an async generator failed when the event loop was closed: in cleanup"), reports);
    }

    @Test
    void aGeneratorMayGoThroughAGeneratorAsDeepAsItLikes() {
        AsyncIterator<Integer> source = numbers();
        for (int i = 0; i < 2_000; i++) {
            AsyncIterator<Integer> inner = source;
            boolean[] more = {true};
            source = script("outer")
                    .label("next")
                    .await(inner::moveNext, (Boolean next) -> more[0] = next)
                    .jumpIf("end", () -> !more[0])
                    .emit(() -> inner.current())
                    .jumpIf("next", () -> true)
                    .label("end")
                    .generator();
        }
        List<Integer> got = new ArrayList<>();
        run(each(source, got::add));
        assertEquals(List.of(1, 2, 3), got);
    }

    @Test
    void nullIsAnElement() {
        AsyncIterator<Integer> it = script("gen").emit(() -> null).generator();
        run(script("main").await(it::moveNext, (Boolean more) -> {
            assertTrue(more);
            assertNull(it.current());
        }));
    }

    @Test
    void thereIsNoCurrentElementBeforeTheFirstAndAfterTheLast() {
        AsyncIterator<Integer> it = script("gen").emit(() -> 1).generator();
        assertThrows(IllegalStateException.class, it::current);
        run(each(it, x -> {}));
        IllegalStateException error = assertThrows(IllegalStateException.class, it::current);
        assertTrue(error.getMessage().contains("async generator app.Script.gen(Script.java:0) has no current element"));
    }

    @Test
    void aMoveNextIsAwaitedOnce() {
        AsyncIterator<Integer> it = script("gen").emit(() -> 1).emit(() -> 2).generator();
        Coroutine<Boolean> move = it.moveNext();
        assertThrows(
                IllegalStateException.class,
                () -> run(script("main").await(() -> move).await(() -> move)));
    }

    @Test
    void aGeneratorCannotBeAwaited() {
        AsyncIterator<Integer> it = script("gen").emit(() -> 1).generator();
        IllegalStateException error = assertThrows(
                IllegalStateException.class, () -> run(script("main").await(() -> it)));
        assertTrue(error.getMessage().contains("go through it with awaitEach(...)"));
    }

    @Test
    void aGeneratorOfAnotherLoopIsRefusedAndStaysAsItIs() {
        AsyncIterator<Integer> it = leftOpen("gen");
        try (EventLoop loop = EventLoop.builder().build()) {
            loop.run(script("main").await(it::moveNext));
            assertThrows(IllegalStateException.class, () -> run(script("main").await(it::moveNext)));
            assertThrows(IllegalStateException.class, () -> run(script("main").await(it::close)));
            assertEquals(1, it.current());
        }
        assertEquals(List.of("gen cleaning", "gen cleaned"), trail.events());
    }

    @Test
    void aFailureShowsTheBodyAndWhoeverMovesIt() {
        AsyncIterator<Integer> it = script("gen")
                .await(() -> yieldNow())
                .raises(() -> new Exception())
                .generator();
        Exception e = assertThrows(Exception.class, () -> run(script("main").await(it::moveNext)));
        String trace = Arrays.toString(e.getStackTrace());
        assertTrue(trace.contains("dev.javait.AsyncIterator.moveNext(AsyncIterator.java), app.Script.main"), trace);
        assertTrue(!trace.contains("dev.javait.frame"), trace);
    }

    /** As the transformer makes it. */
    private static final class Ones extends GeneratorFrame<String> {
        private int left;

        Ones(int left) {
            this.left = left;
        }

        @Override
        public Object resume(Driver driver, int state, Object value, Throwable error) {
            return left-- > 0 ? emit(1, "one") : null;
        }

        @Override
        public StackTraceElement location(int state) {
            return new StackTraceElement("app.Ones", "ones$async", "Ones.java", state);
        }
    }

    private static final class Count extends LibraryFrame<Long> {
        private final AsyncIterator<?> it;

        Count(AsyncIterator<?> it) {
            this.it = it;
        }

        @Override
        protected Object resume(int state, Object value, Throwable error) throws Throwable {
            long count = 0;
            while ((Boolean) Await.of(it.moveNext())) {
                count++;
            }
            return count;
        }

        @Override
        public StackTraceElement location(int state) {
            return new StackTraceElement("app.Ones", "count$async", "Ones.java", state);
        }
    }

    private static long allocated() throws JMException {
        return (Long) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME),
                        "getThreadAllocatedBytes",
                        new Object[] {Thread.currentThread().getId()},
                        new String[] {"long"});
    }

    @Test
    void aMoveNextThatDoesNotWaitMakesOneSmallFrame() throws JMException {
        int moves = 1_000_000;
        long before = allocated();
        assertEquals(moves, run(new Count(new Ones(moves))));
        long bytes = (allocated() - before) / moves;
        assertTrue(bytes <= 32, () -> bytes + " bytes");
    }
}
