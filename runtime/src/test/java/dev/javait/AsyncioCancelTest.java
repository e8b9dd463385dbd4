package dev.javait;

import static dev.javait.AsyncioLoopTest.newArray;
import static dev.javait.Javait.createTask;
import static dev.javait.Javait.currentTask;
import static dev.javait.Javait.sleep;
import static dev.javait.Javait.yieldNow;
import static dev.javait.Script.script;

import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Cancellation, as asyncio has it. */
class AsyncioCancelTest extends AsyncioTrace {
    private Task<?> inner;
    private Task<?> outer;

    private Script<Object> child() {
        CancelledError[] cancelled = {null};
        return script("child")
                .run(() -> say("child waits"))
                .await(() -> new Promise<>())
                .recover(CancelledError.class, e -> {
                    say("child cancelled", args(e));
                    say("child cleans up");
                    cancelled[0] = e;
                })
                .turns(1)
                .run(() -> say("child cleaned up"))
                .raises(() -> cancelled[0]);
    }

    @Test
    void cancel_propagates() {
        run(script("main")
                .run(() -> {
                    inner = createTask(child());
                    outer = createTask(script("parent").await(() -> inner).recover(CancelledError.class, e -> {
                        say("parent cancelled", args(e));
                        throw e;
                    }));
                })
                .turns(2)
                .run(() -> {
                    say(outer.cancel("why"));
                    say("requests", outer.cancelling(), inner.cancelling());
                })
                .await(() -> outer)
                .recover(CancelledError.class, e -> say("main sees", args(e)))
                .run(() -> {
                    say(inner.isCancelled(), outer.isCancelled(), outer.cancel());
                    outer.exception();
                })
                .recover(CancelledError.class, e -> say("exception() raises")));
    }

    @Test
    void cancel_swallowed() {
        run(script("main")
                .run(() -> outer = createTask(script("stubborn")
                        .await(() -> sleep(ms(10_000)))
                        .recover(CancelledError.class, e -> say("caught"))
                        .turns(1)
                        .run(() -> say("goes on"))
                        .returns(() -> 42)))
                .turns(1)
                .run(() -> outer.cancel())
                .await(() -> outer, value -> say(value, outer.isCancelled(), outer.cancelling())));
    }

    @Test
    void cancel_before_start() {
        run(script("main")
                .run(() -> {
                    outer = createTask(script("body").run(() -> say("never")));
                    outer.cancel("early");
                    say("requested", outer.isCancelled());
                })
                .await(() -> outer)
                .recover(CancelledError.class, e -> say("cancelled", args(e)))
                .run(() -> say(outer.isCancelled())));
    }

    @Test
    void cancel_after_completion() {
        Promise<Object>[] future = newArray(1);
        run(script("main")
                .run(() -> {
                    future[0] = new Promise<>();
                    outer = createTask(script("waiter")
                            .await(() -> future[0], value -> say("got", value))
                            .recover(CancelledError.class, e -> {
                                say("cancelled");
                                throw e;
                            }));
                })
                .turns(1)
                .run(() -> {
                    future[0].complete(1);
                    say(outer.cancel());
                })
                .await(() -> outer)
                .recover(CancelledError.class, e -> say("main sees it"))
                .run(() -> say(outer.isCancelled(), future[0].result())));
    }

    @Test
    void cancel_self() {
        Script<Object> main = script("main");
        List<Callable<Script<Object>>> bodies = List.of(
                () -> script("returns").run(() -> currentTask().cancel()).returns(() -> 1),
                () -> script("awaits")
                        .run(() -> currentTask().cancel())
                        .await(() -> new Promise<>())
                        .recover(CancelledError.class, e -> say("delivered at the await"))
                        .returns(() -> 2),
                () -> script("yields")
                        .run(() -> currentTask().cancel())
                        .await(() -> yieldNow())
                        .recover(CancelledError.class, e -> say("delivered at the yield"))
                        .returns(() -> 3));
        for (Callable<Script<Object>> body : bodies) {
            main.await(() -> createTask(body.call()), value -> say(value))
                    .recover(CancelledError.class, e -> say("cancelled"));
        }
        run(main);
    }

    @Test
    void cancel_direct() {
        Promise<Object>[] future = newArray(1);
        run(script("main")
                .run(() -> {
                    future[0] = new Promise<>();
                    future[0].cancel("gone");
                })
                .await(() -> future[0])
                .recover(CancelledError.class, e -> say("cancelled", args(e)))
                .await(() -> future[0])
                .recover(CancelledError.class, e -> say("cancelled", args(e)))
                .run(() -> say(currentTask().cancelling())));
    }

    @Test
    void uncancel() {
        Task<?>[] task = {null};
        run(script("main")
                .run(() -> {
                    task[0] = currentTask();
                    task[0].cancel();
                    task[0].cancel();
                    say(task[0].uncancel(), task[0].uncancel());
                })
                .turns(1)
                .run(() -> {
                    say("not delivered");
                    task[0].cancel();
                    task[0].cancel();
                    say(task[0].uncancel());
                })
                .turns(1)
                .recover(CancelledError.class, e -> say("delivered", task[0].uncancel())));
    }
}
