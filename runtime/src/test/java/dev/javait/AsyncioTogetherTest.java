package dev.javait;

import static dev.javait.Javait.asCompleted;
import static dev.javait.Javait.createTask;
import static dev.javait.Javait.currentTask;
import static dev.javait.Javait.gatherOutcomes;
import static dev.javait.Javait.sleep;
import static dev.javait.Javait.waitAll;
import static dev.javait.Javait.waitAny;
import static dev.javait.Javait.waitFirstFailure;
import static dev.javait.Javait.waitFor;
import static dev.javait.Script.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What combines coroutines, as asyncio has it. */
class AsyncioTogetherTest extends AsyncioTrace {
    private Task<Object> task;
    private Task<Object> other;
    private Promise<?> gathering;

    private Script<Object> work(String name, int turns, Object result, Exception error) {
        return script(name)
                .turns(turns)
                .recover(CancelledError.class, e -> {
                    say(name, "cancelled");
                    throw e;
                })
                .run(() -> {
                    say(name, "ends");
                    if (error != null) {
                        throw error;
                    }
                })
                .returns(() -> result);
    }

    @Test
    void gather() {
        run(script("main")
                .await(
                        () -> Javait.gather(work("a", 3, 1, null), work("b", 1, 2, null), work("c", 2, 3, null)),
                        this::say)
                .await(() -> Javait.gather(), this::say)
                .run(() -> task = createTask(work("once", 1, 9, null)))
                .await(() -> Javait.gather(task, task), this::say)
                .await(() -> Javait.gather(
                        work("slow", 4, null, null),
                        work("bad", 1, null, new Exception("first")),
                        work("worse", 2, null, new Exception("second"))))
                .recover(Exception.class, e -> say("failed", e.getMessage()))
                .turns(4)
                .run(() -> say("siblings kept running"))
                .await(
                        () -> gatherOutcomes(work("x", 1, 1, null), work("y", 0, null, new Exception("y"))),
                        (List<Outcome<Object>> outcomes) -> say(
                                ((Outcome.Success<Object>) outcomes.get(0)).value(),
                                "ValueError('"
                                        + ((Outcome.Failure<Object>) outcomes.get(1))
                                                .error()
                                                .getMessage() + "')"))
                .run(() -> gathering = Javait.gather(work("p", 9, null, null), work("q", 9, null, null)))
                .turns(1)
                .run(() -> say(gathering.cancel(), gathering.isDone()))
                .await(() -> gathering)
                .recover(
                        CancelledError.class, e -> say("gather cancelled", gathering.isCancelled(), gathering.cancel()))
                .run(() -> {
                    task = createTask(work("child", 9, null, null));
                    gathering = Javait.gather(task, work("other", 2, null, null));
                })
                .turns(1)
                .run(() -> task.cancel())
                .await(() -> gathering)
                .recover(CancelledError.class, e -> say("a cancelled child is a failure"))
                .turns(2)
                .run(() -> say("end")));
    }

    private Script<Object> inner() {
        return script("inner")
                .await(() -> sleep(ms(10)))
                .run(() -> say("inner ends"))
                .returns(() -> 1);
    }

    private Script<Object> outer(Task<Object> protectedTask) {
        return script("outer")
                .await(() -> Javait.shield(protectedTask), this::say)
                .recover(CancelledError.class, e -> {
                    say("outer cancelled");
                    throw e;
                });
    }

    @Test
    void shield() {
        Runnable begin = () -> {
            task = createTask(inner());
            other = createTask(outer(task));
        };
        run(script("main")
                .run(begin::run)
                .turns(2)
                .run(() -> other.cancel())
                .await(() -> other)
                .recover(CancelledError.class, e -> say("main sees it", task.isDone()))
                .await(() -> task, this::say)
                .await(() -> Javait.shield(task), this::say)
                .run(begin::run)
                .turns(2)
                .run(() -> task.cancel())
                .await(() -> other)
                .recover(CancelledError.class, e -> say("inner cancelled", task.isCancelled())));
    }

    /** A block of a scope: its body, and then what it does with what comes out. */
    private Script<Object> within(Callable<? extends AsyncScope> open, Consumer<Script<Object>> body) {
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

    private Timeout t;
    private Timeout t2;

    @Test
    void timeout() {
        CancelledError[] seen = {null};
        run(script("main")
                .await(() -> within(
                        () -> t = Javait.timeout(ms(10)),
                        body -> body.await(() -> sleep(ms(10_000)))
                                .recover(CancelledError.class, e -> seen[0] = e)
                                .turns(1)
                                .run(() -> say("cleaned up", t.expired()))
                                .raises(() -> seen[0])))
                .recover(
                        AsyncTimeoutException.class,
                        e -> say(
                                "timeout",
                                t.expired(),
                                e.getCause().getClass().getSimpleName(),
                                currentTask().cancelling()))
                .await(() -> within(() -> t = Javait.timeout(ms(10_000)), body -> body.turns(1)))
                .run(() -> {
                    say("in time", t.expired());
                    t.reschedule(null);
                })
                .recover(IllegalStateException.class, e -> say("over"))
                .await(() -> within(
                        () -> t = Javait.timeout(null),
                        body -> body.run(() -> {
                                    say("when", t.when());
                                    t.reschedule(EventLoop.current().time().plus(ms(10_000)));
                                })
                                .turns(1)))
                .await(() -> within(
                        () -> t = Javait.timeout(ms(10)),
                        outer -> outer.await(() -> within(
                                        () -> t2 = Javait.timeout(ms(10_000)),
                                        inner -> inner.await(() -> sleep(ms(5_000)))))
                                .recover(AsyncTimeoutException.class, e -> say("wrong"))
                                .recover(CancelledError.class, e -> {
                                    say("inner sees the cancellation", t2.expired(), t.expired());
                                    throw e;
                                })))
                .recover(AsyncTimeoutException.class, e -> say("outer converts"))
                .await(() -> within(
                        () -> t = Javait.timeout(ms(10)),
                        body -> body.await(() -> sleep(ms(5_000))).recover(CancelledError.class, e -> {
                            throw new IllegalArgumentException("own");
                        })))
                .recover(
                        IllegalArgumentException.class,
                        e -> say("own failure", currentTask().cancelling()))
                .await(() -> within(
                        () -> t = Javait.timeout(ms(10)),
                        body -> body.await(() -> sleep(ms(5_000)))
                                .recover(CancelledError.class, e -> say("swallowed"))))
                .run(() -> say(t.expired(), currentTask().cancelling()))
                .run(() -> task = createTask(within(
                                () -> Javait.timeout(ms(0)),
                                body -> body.run(() -> currentTask().cancel()).await(() -> sleep(ms(5_000))))
                        .recover(CancelledError.class, e -> {
                            say("cancelled, not timed out");
                            throw e;
                        })))
                .await(() -> task)
                .recover(CancelledError.class, e -> say("both", task.cancelling()))
                .await(() -> within(
                        () -> t = Javait.timeout(ms(0)),
                        body -> body.run(() -> say("body runs")).turns(1).run(() -> say("a yield may pass"))))
                .recover(AsyncTimeoutException.class, e -> say("zero")));
    }

    private static final class ValueError extends Exception {
        private static final long serialVersionUID = 1L;

        ValueError(Throwable cause) {
            super(cause);
        }
    }

    private static final class KeyError extends Exception {
        private static final long serialVersionUID = 1L;

        KeyError(Throwable cause) {
            super(cause);
        }
    }

    /** What Python has as the context of an exception, Java has as its cause, and the time-out of row 36 as suppressed. */
    private static String chain(Throwable e) {
        List<String> names = new ArrayList<>();
        for (Throwable next = e; next != null; next = next.getCause()) {
            names.add(next.getClass().getSimpleName());
            for (Throwable suppressed : next.getSuppressed()) {
                if (suppressed instanceof AsyncTimeoutException && suppressed.getCause() == next.getCause()) {
                    names.add("TimeoutError");
                }
            }
        }
        return String.join(" from ", names);
    }

    private Script<Object> translated(int depth) {
        return script("translated").await(() -> sleep(ms(10_000))).recover(CancelledError.class, e -> {
            ValueError error = new ValueError(e);
            throw Sneaky.rethrow(depth == 0 ? error : new KeyError(error));
        });
    }

    private Script<Object> limited(Consumer<Script<Object>> body) {
        return within(() -> Javait.timeout(ms(10)), body);
    }

    @Test
    void timeout_hidden() {
        Consumer<Exception> tell = e -> say(chain(e), currentTask().cancelling());
        run(script("main")
                .await(() -> limited(body -> body.await(() -> translated(0))))
                .recover(ValueError.class, tell::accept)
                .await(() -> limited(body -> body.await(() -> translated(1))))
                .recover(KeyError.class, tell::accept)
                .await(() -> limited(body -> body.await(() -> within(
                        () -> group = TaskGroup.open(),
                        inner -> inner.run(() -> group.spawn(translated(0))).await(() -> sleep(ms(10_000)))))))
                .recover(ValueError.class, e -> say(chain(e)))
                .await(() -> limited(body -> body.await(() -> sleep(ms(10_000)))
                        .recover(CancelledError.class, e -> {})
                        .raises(() -> new ValueError(null))))
                .recover(ValueError.class, e -> say(chain(e)))
                .run(() -> task = createTask(script("cancelled twice")
                        .await(() -> limited(body -> body.await(() -> sleep(ms(10_000)))
                                .recover(CancelledError.class, e -> {
                                    currentTask().cancel();
                                    throw Sneaky.rethrow(new ValueError(e));
                                })))
                        .recover(ValueError.class, e -> say(chain(e)))))
                .await(() -> waitAll(List.of(task)))
                .run(() -> say(task.isCancelled())));
    }

    private List<Task<Object>> make(Object... nameTurnsError) {
        List<Task<Object>> tasks = new ArrayList<>();
        for (int i = 0; i < nameTurnsError.length; i += 3) {
            Exception error = (Exception) nameTurnsError[i + 2];
            Script<Object> body = script("work").turns((Integer) nameTurnsError[i + 1]);
            tasks.add(createTask(error == null ? body : body.raises(() -> error), (String) nameTurnsError[i]));
        }
        return tasks;
    }

    private void names(Waited<Object> waited) {
        say(names(waited.done()), names(waited.pending()));
    }

    private static String names(Set<Task<Object>> tasks) {
        return tasks.stream()
                .map(task -> "'" + task.name() + "'")
                .sorted()
                .toList()
                .toString();
    }

    @Test
    void wait_() {
        List<Task<Object>> tasks = new ArrayList<>();
        run(script("main")
                .run(() -> tasks.addAll(make("a", 3, null, "b", 1, null, "c", 5, null)))
                .await(() -> waitAny(tasks), (Waited<Object> waited) -> names(waited))
                .await(() -> waitAll(tasks), (Waited<Object> waited) -> names(waited))
                .await(() -> waitAny(tasks), (Waited<Object> waited) -> names(waited))
                .await(
                        () -> waitFirstFailure(make("a", 2, null, "bad", 3, new Exception(), "c", 50, null)),
                        (Waited<Object> waited) -> names(waited))
                .await(
                        () -> waitAll(
                                Arrays.asList(
                                        createTask(script("slow").await(() -> sleep(ms(10_000))), "slow"),
                                        createTask(script("quick").turns(1), "quick")),
                                ms(10)),
                        (Waited<Object> waited) -> names(waited))
                .await(() -> waitAny(List.of()))
                .recover(IllegalArgumentException.class, e -> say("nothing to wait for")));
    }

    private Script<Object> slow(String name) {
        CancelledError[] seen = {null};
        return script(name)
                .await(() -> sleep(ms(10_000)))
                .recover(CancelledError.class, e -> {
                    say(name, "cancelled");
                    seen[0] = e;
                })
                .await(() -> sleep(ms(10)))
                .run(() -> say(name, "cleaned up"))
                .raises(() -> seen[0]);
    }

    private Script<Object> after(int millis, String result) {
        return script("after").await(() -> sleep(ms(millis))).returns(() -> result);
    }

    @Test
    void wait_for() {
        run(script("main")
                .await(() -> waitFor(after(10, "in time"), ms(10_000)), this::say)
                .await(() -> waitFor(slow("late"), ms(10)))
                .recover(
                        AsyncTimeoutException.class,
                        e -> say("timeout", e.getCause().getClass().getSimpleName()))
                .await(
                        () -> waitFor(
                                script("stubborn")
                                        .await(() -> sleep(ms(10_000)))
                                        .recover(CancelledError.class, e -> {})
                                        .returns(() -> "all the same"),
                                ms(10)),
                        this::say)
                .await(() -> waitFor(after(10, "no limit"), null), this::say)
                .await(
                        () -> {
                            Promise<String> done = new Promise<>();
                            done.complete("done");
                            return waitFor(done, ms(0));
                        },
                        this::say)
                .run(() -> task = createTask(slow("zero")))
                .turns(1)
                .await(() -> waitFor(task, ms(-1)))
                .recover(AsyncTimeoutException.class, e -> say("zero", task.isCancelled()))
                .run(() -> task = createTask(waitFor(slow("outside"), ms(10_000))))
                .turns(2)
                .run(() -> task.cancel())
                .await(() -> task)
                .recover(CancelledError.class, e -> say("cancelled from outside")));
    }

    private TaskGroup group;

    private void show(Throwable e) {
        List<String> messages = new ArrayList<>();
        messages.add("'" + e.getMessage() + "'");
        for (Throwable suppressed : e.getSuppressed()) {
            messages.add("'" + suppressed.getMessage() + "'");
        }
        say("failed", messages, currentTask().cancelling());
    }

    @Test
    void task_group() {
        run(script("main")
                .await(() -> within(
                        () -> group = TaskGroup.open(),
                        body -> body.run(() -> {
                            group.spawn(work("a", 2, null, null));
                            group.spawn(work("b", 1, null, null));
                            say("body ends");
                        })))
                .run(() -> {
                    say("all ended");
                    group.spawn(work("late", 0, null, null));
                })
                .recover(IllegalStateException.class, e -> say("closed"))
                .await(() -> within(
                        () -> group = TaskGroup.open(),
                        body -> body.run(() -> {
                                    group.spawn(work("bad", 1, null, new Exception("bad")));
                                    group.spawn(work("other", 9, null, null));
                                })
                                .await(() -> sleep(ms(10_000)))
                                .recover(CancelledError.class, e -> {
                                    say("body cancelled", currentTask().cancelling());
                                    throw e;
                                })))
                .recover(Exception.class, this::show)
                .await(() -> within(
                        () -> group = TaskGroup.open(),
                        body -> body.run(() -> group.spawn(work("one", 9, null, null)))
                                .turns(1)
                                .raises(() -> new Exception("body"))))
                .recover(Exception.class, this::show)
                .await(() -> within(
                        () -> group = TaskGroup.open(),
                        body -> body.run(() -> {
                                    task = group.spawn(work("cancelled one", 9, null, null));
                                    group.spawn(work("goes on", 2, null, null));
                                })
                                .turns(1)
                                .run(() -> task.cancel())))
                .run(() -> say("no failure"))
                .run(() -> task = createTask(within(
                        () -> group = TaskGroup.open(),
                        body -> body.run(() -> group.spawn(work("in group", 9, null, null))))))
                .turns(3)
                .run(() -> task.cancel())
                .await(() -> task)
                .recover(CancelledError.class, e -> say("outside cancelled", task.cancelling()))
                .await(() -> within(
                        () -> group = TaskGroup.open(),
                        body -> body.run(() -> {
                            TaskGroup mine = group;
                            group.spawn(script("spawner").turns(1).run(() -> {
                                mine.spawn(work("spawned", 1, null, null));
                                say("spawner ends");
                            }));
                        })))
                .run(() -> say("end")));
    }

    /** {@code async for}. */
    private Script<Object> each(Callable<AsyncIterable<Task<Object>>> source, Consumer<Task<Object>> body) {
        List<AsyncIterator<Task<Object>>> iterator = new ArrayList<>();
        boolean[] more = {false};
        return script("each")
                .run(() -> iterator.add(source.call().iterator()))
                .label("next")
                .await(() -> iterator.get(0).moveNext(), (Boolean moved) -> {
                    more[0] = moved;
                    if (moved) {
                        body.accept(iterator.get(0).current());
                    }
                })
                .jumpIf("next", () -> more[0]);
    }

    @Test
    void as_completed() {
        List<Task<Object>> tasks = new ArrayList<>();
        run(script("main")
                .run(() -> tasks.addAll(make("c", 5, null, "a", 1, null, "bad", 3, new Exception())))
                .await(() -> each(
                        () -> asCompleted(tasks),
                        done -> say(done.name(), tasks.contains(done), done.exception() == null)))
                .run(() -> {
                    tasks.clear();
                    tasks.add(createTask(script("slow").await(() -> sleep(ms(10_000))), "slow"));
                    tasks.add(createTask(script("quick").turns(1), "quick"));
                })
                .await(() -> each(() -> asCompleted(tasks, ms(10)), done -> say(done.name())))
                .recover(
                        AsyncTimeoutException.class,
                        e -> say("late", tasks.get(0).isDone()))
                .await(() -> each(() -> asCompleted(List.of()), done -> say("never")))
                .run(() -> say("end")));
    }
}
