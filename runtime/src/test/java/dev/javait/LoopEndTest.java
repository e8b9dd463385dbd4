package dev.javait;

import static dev.javait.Javait.createTask;
import static dev.javait.Script.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** A loop between its runs, while it is closed, and afterwards. */
class LoopEndTest {
    private final List<String> told = new ArrayList<>();
    private final EventLoop loop =
            EventLoop.builder().onUnhandled(what -> told.add(what.message())).build();
    private final List<CompletableFuture<?>> futures = new ArrayList<>();

    @Test
    void aClosedLoopSaysThatItSchedulesNothing() {
        loop.close();
        assertThrows(RejectedExecutionException.class, () -> loop.schedule(Duration.ZERO, () -> {}));
    }

    @Test
    void whatIsScheduledBetweenRunsSeesWhatTheCallerSees() {
        ContextVar<String> user = new ContextVar<>("user");
        List<String> seen = new ArrayList<>();
        loop.run(script("first").run(() -> user.set("of the last run")));
        user.set("of the caller");
        loop.schedule(Duration.ZERO, () -> seen.add(user.get()));
        loop.run(script("second").turns(2));
        loop.close();
        assertEquals(List.of("of the caller"), seen);
    }

    /** Each task that is cancelled submits another one; they would not end. */
    private Script<Object> stubborn() {
        return script("stubborn").await(Promise::new).always(() -> futures.add(loop.submit(stubborn())));
    }

    @Test
    void whatIsSubmittedWhileTheLoopIsClosedIsCancelledBeforeItBegins() {
        loop.run(script("main").run(() -> createTask(stubborn())).turns(1));
        loop.close();
        assertEquals(1, futures.size());
        assertTrue(futures.get(0).isCancelled());
        assertEquals(List.of(), told);
    }

    @Test
    void theFutureOfAPromiseThatNobodyCompletesIsCancelled() {
        loop.run(script("main").run(() -> futures.add(new Promise<>().toCompletableFuture())));
        assertTrue(!futures.get(0).isDone());
        loop.close();
        assertTrue(futures.get(0).isCancelled());
    }
}
