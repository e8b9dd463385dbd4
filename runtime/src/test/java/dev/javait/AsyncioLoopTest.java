package dev.javait;

import static dev.javait.Javait.allTasks;
import static dev.javait.Javait.createTask;
import static dev.javait.Javait.currentTask;
import static dev.javait.Javait.sleep;
import static dev.javait.Javait.toThread;
import static dev.javait.Javait.yieldNow;
import static dev.javait.Script.script;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of execution, futures, and the end of a run. */
class AsyncioLoopTest extends AsyncioTrace {
    private Task<?> a;
    private Task<?> b;

    @Test
    void iteration_order() {
        run(script("main")
                .run(() -> {
                    EventLoop loop = EventLoop.current();
                    loop.execute(() -> {
                        say("soon 1");
                        loop.execute(() -> say("nested 5"));
                    });
                    loop.schedule(ms(0), () -> say("timer 2"));
                    loop.execute(() -> say("soon 3"));
                    loop.execute(() -> say("soon 4"));
                })
                .turns(1)
                .run(() -> say("main"))
                .turns(1)
                .run(() -> say("main again"))
                .turns(1)
                .run(() -> say("main last")));
    }

    private Script<Object> direct(String name) {
        return script("direct").run(() -> say(name, "direct"));
    }

    private Script<Object> worker(String name) {
        Script<Object> worker = script("worker");
        for (int i = 0; i < 3; i++) {
            int round = i;
            worker.run(() -> say(name, round)).await(() -> direct(name)).turns(1);
        }
        return worker.run(() -> say(name, "ends"));
    }

    @Test
    void create_task_order() {
        run(script("main")
                .run(() -> {
                    a = createTask(worker("A"));
                    b = createTask(worker("B"));
                    worker("never");
                    say("created");
                })
                .await(() -> direct("main"))
                .await(() -> a)
                .run(() -> say("after A"))
                .await(() -> b)
                .run(() -> say("after B")));
    }

    @Test
    void future_callbacks() {
        Promise<Object>[] future = newArray(1);
        run(script("main")
                .run(() -> {
                    future[0] = new Promise<>();
                    future[0].onDone(f -> say("callback 1", f.result()));
                    createTask(script("waiter").await(() -> future[0], value -> say("waiter gets", value)));
                })
                .turns(1)
                .run(() -> {
                    future[0].onDone(f -> say("callback 2"));
                    future[0].complete(7);
                    say("completed");
                    future[0].onDone(f -> say("callback 3"));
                    say("added when done");
                })
                .turns(1)
                .run(() -> say("main"))
                .await(() -> future[0], value -> say("again", value))
                .run(() -> future[0].complete(8))
                .recover(IllegalStateException.class, e -> say("twice is an error"))
                .run(() -> new Promise<>().result())
                .recover(IllegalStateException.class, e -> say("pending has no result")));
    }

    @Test
    void failed_future() {
        Promise<Object>[] future = newArray(1);
        Exception error = new Exception("x");
        run(script("main")
                .run(() -> {
                    future[0] = new Promise<>();
                    future[0].fail(error);
                })
                .await(() -> future[0])
                .recover(Exception.class, e -> say("same", e == error))
                .await(() -> future[0])
                .recover(Exception.class, e -> say("same", e == error))
                .run(() -> say("exception", future[0].exception() == error)));
    }

    private Script<Object> napper(String name, int millis) {
        return script("napper")
                .run(() -> say(name, "begins"))
                .await(() -> sleep(ms(millis)))
                .run(() -> say(name, "ends"));
    }

    @Test
    void sleep_order() {
        List<Task<?>> tasks = new ArrayList<>();
        Script<Object> main = script("main").run(() -> {
            tasks.add(createTask(napper("slow", 30)));
            tasks.add(createTask(napper("quick", 10)));
            tasks.add(createTask(napper("none", 0)));
            tasks.add(createTask(napper("negative", -1)));
            EventLoop.current().schedule(ms(20), () -> say("timer"));
            EventLoop.current().schedule(ms(15), () -> say("never")).cancel();
        });
        for (int i = 0; i < 4; i++) {
            int at = i;
            main.await(() -> tasks.get(at));
        }
        run(main.run(() -> say("all")));
    }

    private Script<Object> counting(String name) {
        Script<Object> counting = script(name);
        for (int i = 0; i < 10; i++) {
            int round = i;
            counting.run(() -> say(name, round)).turns(1);
        }
        CancelledError[] cancelled = {null};
        return counting.recover(CancelledError.class, e -> {
                    say(name, "cancelled");
                    cancelled[0] = e;
                })
                .turns(1)
                .run(() -> say(name, "cleaned up"))
                .raises(() -> cancelled[0]);
    }

    @Test
    void run_end() {
        say(run(script("main")
                .run(() -> createTask(counting("A")))
                .turns(1)
                .run(() -> {
                    createTask(counting("B"));
                    say("main returns");
                })
                .returns(() -> 5)));
    }

    @Test
    void run_end_failure() {
        EventLoop.builder()
                .onUnhandled(what -> say("handler ValueError('" + what.error().getMessage() + "')"))
                .run(script("main")
                        .run(() -> {
                            EventLoop.current().execute(() -> {
                                throw new IllegalArgumentException("callback");
                            });
                            createTask(script("worker")
                                    .await(() -> sleep(ms(10_000)))
                                    .always(() -> {
                                        throw new Exception("cleanup");
                                    }));
                        })
                        .turns(1)
                        .run(() -> say("main returns")));
    }

    @Test
    void current_task() {
        run(script("main")
                .run(() -> {
                    EventLoop.current().execute(() -> say("in a callback", currentTask()));
                    a = createTask(
                            script("named").run(() -> say(currentTask().name())).await(() -> yieldNow()), "worker");
                })
                .turns(1)
                .run(() -> say(allTasks().size(), allTasks().contains(a)))
                .await(() -> a)
                .run(() -> say(allTasks().size(), allTasks().contains(a)))
                .await(() -> currentTask())
                .recover(IllegalStateException.class, e -> say("cannot await itself")));
    }

    private final ContextVar<String> var = new ContextVar<>("var", "none");

    private Script<Object> contextual(String name) {
        return script("task")
                .run(() -> {
                    say(name, "begins with", var.get());
                    var.set(name);
                })
                .turns(1)
                .run(() -> say(name, "has", var.get()));
    }

    @Test
    void context() {
        List<ContextVar.Token<String>> token = new ArrayList<>();
        run(script("main")
                .run(() -> {
                    say(var.get());
                    token.add(var.set("main"));
                    a = createTask(contextual("A"));
                    EventLoop.current().execute(() -> say("callback has", var.get()));
                    var.set("later");
                    b = createTask(contextual("B"));
                })
                .await(() -> a)
                .await(() -> b)
                .run(() -> say("main has", var.get()))
                .await(() -> script("direct").run(() -> var.set("by direct")))
                .run(() -> {
                    say("main has", var.get());
                    var.reset(token.get(0));
                    say("main has", var.get());
                    var.reset(token.get(0));
                })
                .recover(IllegalStateException.class, e -> say("used already"))
                .run(() -> var.set("for the thread"))
                .await(() -> toThread(var::get), value -> say("thread has", value)));
    }

    @SuppressWarnings("unchecked")
    static <T> Promise<T>[] newArray(int size) {
        return (Promise<T>[]) new Promise<?>[size];
    }
}
