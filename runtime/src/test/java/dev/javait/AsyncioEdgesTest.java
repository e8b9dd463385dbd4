package dev.javait;

import static dev.javait.AsyncioLoopTest.newArray;
import static dev.javait.Javait.createTask;
import static dev.javait.Javait.gather;
import static dev.javait.Javait.sleep;
import static dev.javait.Script.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** Several runs, other loops, other threads, and failures that nobody looked at, as asyncio has them. */
class AsyncioEdgesTest extends AsyncioTrace {
    private final ContextVar<String> var = new ContextVar<>("var", "none");

    private Script<String> second() {
        return Script.<String>script("second")
                .run(() -> say("var", var.get()))
                .turns(1)
                .returns(() -> "second returns");
    }

    private Script<String> first() {
        return Script.<String>script("first")
                .run(() -> {
                    say("var", var.get());
                    var.set("first");
                    Script<Object> background = script("background");
                    for (int i = 0; i < 10; i++) {
                        int n = i;
                        background.run(() -> say("background", n)).turns(1);
                    }
                    createTask(background.always(() -> say("background ends")));
                })
                .turns(1)
                .returns(() -> "first returns");
    }

    @Test
    void runner() {
        EventLoop loop = EventLoop.builder().clock(LoopClock.virtual()).build();
        say(loop.run(first()));
        say(loop.run(second()));
        try {
            loop.run(script("fails").raises(() -> new IllegalArgumentException("x")));
        } catch (IllegalArgumentException e) {
            say("failed", e.getMessage());
        }
        loop.run(script("nested")
                .run(() -> loop.run(second()))
                .recover(IllegalStateException.class, e -> say("refused within a run")));
        say("var outside", var.get());
        loop.close();
        loop.close();
        try {
            loop.run(second());
        } catch (IllegalStateException e) {
            say("refused when closed");
        }
    }

    @Test
    void foreign_loop() {
        Promise<Object>[] promise = newArray(1);
        AsyncLock lock = new AsyncLock();
        AsyncLock unused = new AsyncLock();
        run(script("one")
                .run(() -> promise[0] = new Promise<>())
                .await(lock::acquire)
                .run(() -> createTask(script("waits").await(lock::acquire).run(lock::release)))
                .turns(1)
                .run(lock::release)
                .turns(2)
                .await(lock::acquire));
        run(script("two")
                .await(() -> promise[0])
                .recover(IllegalStateException.class, e -> say("future of another loop"))
                .await(lock::acquire)
                .recover(IllegalStateException.class, e -> say("lock of another loop"))
                .await(unused::acquire)
                .run(() -> say("nobody waited for this one"))
                .await(() -> gather(promise[0]))
                .recover(IllegalStateException.class, e -> say("gather of another loop's"))
                .turns(1)
                .run(() -> say("goes on")));
    }

    private void stranger(EventLoop loop, CompletableFuture<Object> done) {
        say("value", loop.submit(script("gives").turns(1).returns(() -> 5)).join());
        try {
            loop.submit(script("fails").turns(1).raises(() -> new IllegalArgumentException("x")))
                    .join();
        } catch (CompletionException e) {
            say("failure", e.getCause().getMessage());
        }
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        CompletableFuture<Object> future = loop.submit(script("waits")
                .run(begun::countDown)
                .await(() -> new Promise<>())
                .recover(CancelledError.class, e -> {
                    say("cancelled in the loop");
                    ended.countDown();
                    throw e;
                }));
        boolean once;
        boolean twice;
        try {
            begun.await();
            once = future.cancel(false);
            twice = future.cancel(false);
            ended.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        say("cancel", once, twice);
        try {
            future.join();
        } catch (CancellationException e) {
            say("cancelled outside");
        }
        for (int i = 0; i < 3; i++) {
            int n = i;
            loop.execute(() -> say("callback", n));
        }
        loop.execute(() -> done.complete(null));
    }

    @Test
    void threadsafe() throws Exception {
        CompletableFuture<Object> done = new CompletableFuture<>();
        Thread[] thread = {null};
        EventLoop[] loop = {null};
        EventLoop.builder()
                .run(script("main")
                        .run(() -> {
                            loop[0] = EventLoop.current();
                            thread[0] = new Thread(() -> stranger(loop[0], done));
                            thread[0].start();
                        })
                        .await(() -> done));
        thread[0].join();
        try {
            loop[0].execute(() -> {});
        } catch (RejectedExecutionException e) {
            say("closed");
        }
    }

    @Test
    void unretrieved() {
        Map<String, Task<?>> tasks = new HashMap<>();
        Promise<?>[] gathering = {null};
        Map<String, String> told = new TreeMap<>();
        EventLoop.builder()
                .clock(LoopClock.virtual())
                .onUnhandled(what -> told.put(
                        what.error().getMessage(),
                        what.message().substring(what.message().indexOf("was "))))
                .run(script("main")
                        .run(() -> {
                            for (String name : List.of("forgotten", "asked", "awaited", "gathered", "late")) {
                                tasks.put(
                                        name,
                                        createTask(script("bad").raises(() -> new IllegalArgumentException(name))));
                            }
                            gathering[0] = gather(tasks.get("gathered"), tasks.get("late"));
                        })
                        .turns(2)
                        .run(() -> tasks.get("asked").exception())
                        .await(() -> tasks.get("awaited"))
                        .recover(IllegalArgumentException.class, e -> {})
                        .await(() -> gathering[0])
                        .recover(IllegalArgumentException.class, e -> say("gather", e.getMessage()))
                        .run(() -> {
                            new Promise<>().fail(new IllegalArgumentException("promise"));
                            new Promise<>().cancel();
                        }));
        told.forEach((error, message) -> say(message, error));
    }

    private Script<Object> stubborn(String name) {
        Script<Object> stubborn = script(name);
        for (int i = 0; i < 3; i++) {
            stubborn.await(() -> sleep(ms(10_000)))
                    .recover(
                            CancelledError.class,
                            e -> say(name, "request", Javait.currentTask().cancelling()));
        }
        return stubborn.returns(() -> name);
    }

    @Test
    void cancel_counts() {
        List<Task<?>> task = new ArrayList<>();
        Script<Object> main = script("main").run(() -> {
            task.add(createTask(stubborn("counted")));
            say("fresh", task.get(0).cancelling(), task.get(0).uncancel());
        });
        main.turns(1);
        for (int i = 0; i < 3; i++) {
            main.run(() -> say("cancel", task.get(0).cancel(), task.get(0).cancelling()))
                    .turns(2);
        }
        main.await(
                        () -> task.get(0),
                        value -> say(
                                value, task.get(0).isCancelled(), task.get(0).cancelling()))
                .run(() -> say("when done", task.get(0).cancel(), task.get(0).cancelling()))
                .run(() -> task.set(0, createTask(stubborn("twice"))))
                .turns(1)
                .run(() -> {
                    task.get(0).cancel();
                    task.get(0).cancel();
                })
                .turns(2)
                .run(() -> {
                    say("still waits", task.get(0).isDone(), task.get(0).cancelling());
                    say(
                            "taken back",
                            task.get(0).uncancel(),
                            task.get(0).uncancel(),
                            task.get(0).uncancel());
                    task.get(0).cancel();
                })
                .turns(2)
                .run(() -> task.get(0).cancel())
                .await(() -> task.get(0), this::say)
                .run(() -> task.set(
                        0,
                        createTask(script("busy")
                                .run(() -> {
                                    Javait.currentTask().cancel("one");
                                    Javait.currentTask().cancel("two");
                                })
                                .await(() -> sleep(ms(10_000)))
                                .recover(CancelledError.class, e -> say("busy", args(e)))
                                .turns(1)
                                .run(() -> say("goes on")))))
                .await(() -> task.get(0))
                .run(() -> say(task.get(0).cancelling()));
        run(main);
    }

    @Test
    void task_group_cancelled() {
        TaskGroup[] group = {null};
        Task<?>[] task = {null};
        Script<Object> body = script("outer").run(() -> {
            group[0] = TaskGroup.open();
            group[0].spawn(script("child").await(() -> sleep(ms(10_000))).recover(CancelledError.class, e -> {
                throw new IllegalArgumentException("bad");
            }));
        });
        run(script("main")
                .run(() -> task[0] = createTask(body.await(() -> group[0].exit(null))
                        .recover(
                                IllegalArgumentException.class,
                                e -> say(
                                        "failed",
                                        e.getMessage(),
                                        Javait.currentTask().cancelling()))
                        .await(() -> sleep(ms(10_000)))
                        .recover(CancelledError.class, e -> say("delivered again"))))
                .turns(3)
                .run(() -> task[0].cancel())
                .await(() -> task[0])
                .run(() -> say(task[0].isCancelled(), task[0].cancelling())));
    }
}
