package dev.javait;

import static dev.javait.Javait.createTask;
import static dev.javait.Javait.gather;
import static dev.javait.Javait.gatherOutcomes;
import static dev.javait.Javait.waitAll;
import static dev.javait.Script.script;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Locks, events, conditions, semaphores and barriers. */
class AsyncioSyncTest extends AsyncioTrace {
    private Task<?> a;
    private Task<?> b;
    private Task<?> c;

    /** Python's {@code async with}. */
    private static Script<Object> holding(Callable<Coroutine<Held>> acquire, Consumer<Script<Object>> body) {
        Held[] held = {null};
        Script<Object> block = script("block").await(acquire, (Held got) -> held[0] = got);
        body.accept(block);
        return block.always(() -> {
            if (held[0] != null) {
                held[0].close();
            }
        });
    }

    private void soon(String event) {
        EventLoop.current().execute(() -> say(event));
    }

    @Test
    void lock() {
        AsyncLock lock = new AsyncLock();
        Script<Object> main = script("main");
        main.run(() -> say("locked", lock.isLocked()))
                .run(() -> soon("a turn"))
                .await(() -> holding(lock::acquire, body -> body.run(() -> say("main has it"))))
                .await(() -> gather(lockWorker(lock, "a", 2), lockWorker(lock, "b", 0), lockWorker(lock, "c", 1)))
                .await(lock::acquire)
                .run(() -> a = createTask(lockWorker(lock, "waiting", 0)))
                .turns(1)
                .run(lock::release)
                .run(() -> say("free", lock.isLocked()))
                .await(() -> holding(lock::acquire, body -> body.run(() -> say("newcomer has it"))))
                .await(() -> a);
        main.await(lock::acquire)
                .run(() -> {
                    a = createTask(lockWorker(lock, "one", 0));
                    b = createTask(lockWorker(lock, "two", 0));
                    c = createTask(lockWorker(lock, "three", 0));
                })
                .turns(1)
                .run(() -> {
                    a.cancel();
                    lock.release();
                    b.cancel();
                })
                .await(() -> gatherOutcomes(List.of(a, b, c)))
                .run(() -> {
                    say(false, a.isCancelled(), b.isCancelled());
                    say("locked", lock.isLocked());
                });
        main.await(lock::acquire)
                .run(() -> a = createTask(lockWorker(lock, "gone", 0)))
                .turns(1)
                .run(() -> a.cancel())
                .run(lock::release)
                .await(lock::acquire)
                .run(() -> say("newcomer passes the cancelled one"))
                .run(lock::release)
                .turns(1)
                .run(() -> say("gone", a.isCancelled()))
                .run(lock::release)
                .recover(IllegalStateException.class, e -> say("not held"));
        run(main);
    }

    private Script<Object> lockWorker(AsyncLock lock, String name, int turns) {
        return script(name)
                .await(() -> holding(
                        lock::acquire,
                        body -> body.run(() -> say(name, "has it", lock.isLocked()))
                                .turns(turns)))
                .run(() -> say(name, "gave it back"));
    }

    @Test
    void event() {
        AsyncEvent event = new AsyncEvent();
        Task<?>[] late = {null};
        run(script("main")
                .run(() -> {
                    a = createTask(eventWaiter(event, "a"));
                    b = createTask(eventWaiter(event, "b"));
                    c = createTask(eventWaiter(event, "c"));
                })
                .turns(1)
                .run(() -> {
                    b.cancel();
                    event.set();
                    event.clear();
                    say("set and cleared");
                    late[0] = createTask(eventWaiter(event, "late"));
                })
                .await(() -> waitAll(List.of(a, b, c)))
                .run(() -> {
                    say(b.isCancelled(), late[0].isDone());
                    event.set();
                    event.set();
                })
                .await(() -> late[0])
                .run(() -> soon("a turn"))
                .await(event::awaitSet)
                .run(() -> say("no turn", event.isSet()))
                .turns(1));
    }

    private Script<Object> eventWaiter(AsyncEvent event, String name) {
        return script(name).await(event::awaitSet).run(() -> say(name, "goes on", event.isSet()));
    }

    @Test
    void condition() {
        AsyncCondition condition = new AsyncCondition();
        AsyncLock lock = new AsyncLock();
        AsyncCondition shared = new AsyncCondition(lock);
        int[] value = {0};
        Script<Object> main = script("main");
        main.run(() -> {
                    a = createTask(signalled(condition, "a", true));
                    b = createTask(signalled(condition, "b", true));
                    c = createTask(signalled(condition, "c", true));
                })
                .turns(1)
                .await(() -> holding(
                        condition::acquire,
                        body -> body.run(() -> condition.signal(2))
                                .run(() -> say("notified two"))
                                .turns(1)
                                .run(() -> say("still holds it"))))
                .await(() -> waitAll(List.of(a, b)))
                .run(() -> say(c.isDone()))
                .await(() -> holding(condition::acquire, body -> body.run(condition::signalAll)))
                .await(() -> c)
                .run(() -> a = createTask(holding(
                        condition::acquire,
                        body -> body.await(() -> condition.awaitUntil(() -> value[0] > 1))
                                .run(() -> say("reached", true, value[0])))))
                .turns(1);
        for (int i = 1; i <= 2; i++) {
            main.run(() -> value[0]++)
                    .await(() -> holding(condition::acquire, body -> body.run(() -> condition.signal(1))))
                    .turns(2)
                    .run(() -> say("after", value[0], a.isDone()));
        }
        main.await(() -> a)
                .await(() -> condition.awaitUntil(() -> true))
                .run(() -> say("at once", true))
                .await(condition::awaitSignal)
                .recover(IllegalStateException.class, e -> say("not held"))
                .run(() -> condition.signal(1))
                .recover(IllegalStateException.class, e -> say("not held"))
                .await(() -> holding(lock::acquire, body -> body.run(() -> say("shared", shared.isLocked()))));
        run(main);
    }

    private Script<Object> signalled(AsyncCondition condition, String name, boolean tellsLocked) {
        return holding(
                condition::acquire,
                body -> body.await(condition::awaitSignal)
                        .run(() -> {
                            if (tellsLocked) {
                                say(name, "signalled", condition.isLocked());
                            } else {
                                say(name, "signalled");
                            }
                        })
                        .recover(CancelledError.class, e -> {
                            say(name, "cancelled", args(e), condition.isLocked());
                            throw e;
                        }));
    }

    @Test
    void condition_hands_on() {
        AsyncCondition condition = new AsyncCondition();
        run(script("main")
                .run(() -> {
                    a = createTask(signalled(condition, "a", false));
                    b = createTask(signalled(condition, "b", false));
                })
                .turns(1)
                .await(() -> holding(
                        condition::acquire,
                        body -> body.run(() -> {
                            condition.signal(1);
                            a.cancel();
                        })))
                .await(() -> waitAll(List.of(a, b)))
                .run(() -> say(a.isCancelled(), b.isCancelled()))
                .run(() -> a = createTask(signalled(condition, "d", false)))
                .turns(1)
                .await(condition::acquire)
                .run(() -> a.cancel("first"))
                .turns(1)
                .run(() -> say("d waits for the lock", a.isDone()))
                .run(() -> a.cancel("second"))
                .turns(1)
                .run(() -> say("and still", a.isDone()))
                .run(condition::release)
                .await(() -> a)
                .recover(CancelledError.class, e -> say("d ended")));
    }

    private Script<Object> semaphoreWorker(AsyncSemaphore semaphore, String name, int turns) {
        return holding(
                semaphore::acquire,
                body -> body.run(() -> say(name, "in", semaphore.isLocked()))
                        .turns(turns)
                        .run(() -> say(name, "out")));
    }

    @Test
    void semaphore() {
        AsyncSemaphore semaphore = new AsyncSemaphore(2);
        AsyncSemaphore bounded = AsyncSemaphore.bounded(1);
        Supplier<List<Coroutine<Object>>> five = () -> List.of(
                semaphoreWorker(semaphore, "a", 3),
                semaphoreWorker(semaphore, "b", 1),
                semaphoreWorker(semaphore, "c", 1),
                semaphoreWorker(semaphore, "d", 2),
                semaphoreWorker(semaphore, "e", 1));
        Script<Object> main = script("main");
        main.await(() -> gather(five.get()))
                .run(() -> say("locked", semaphore.isLocked()))
                .await(semaphore::acquire)
                .await(semaphore::acquire);
        startTwo(main, semaphore, "one", "two", 1);
        main.run(() -> {
                    say("locked", semaphore.isLocked());
                    semaphore.release();
                    a.cancel();
                })
                .await(() -> waitAll(List.of(a, b)))
                .run(() -> {
                    say(a.isCancelled(), b.isCancelled(), semaphore.isLocked());
                    semaphore.release();
                })
                .await(semaphore::acquire)
                .await(semaphore::acquire);
        startTwo(main, semaphore, "one", "two", 1);
        main.run(() -> a.cancel())
                .turns(1)
                .run(semaphore::release)
                .await(() -> b)
                .run(semaphore::release)
                .await(semaphore::acquire)
                .await(semaphore::acquire);
        startTwo(main, semaphore, "first", "second", 0);
        main.run(semaphore::release)
                .run(semaphore::release)
                .await(() -> holding(semaphore::acquire, body -> body.run(() -> say("newcomer"))))
                .await(() -> waitAll(List.of(a, b)))
                .run(semaphore::release)
                .await(semaphore::acquire)
                .await(semaphore::acquire)
                .await(semaphore::acquire)
                .run(() -> say("three", semaphore.isLocked()))
                .await(bounded::acquire)
                .run(bounded::release)
                .run(bounded::release)
                .recover(IllegalStateException.class, e -> say("once too often"))
                .run(() -> new AsyncSemaphore(-1))
                .recover(IllegalArgumentException.class, e -> say("negative"));
        run(main);
    }

    private void startTwo(Script<Object> main, AsyncSemaphore semaphore, String one, String two, int turns) {
        main.run(() -> {
                    a = createTask(semaphoreWorker(semaphore, one, turns));
                    b = createTask(semaphoreWorker(semaphore, two, turns));
                })
                .turns(1);
    }

    private Coroutine<Object> party(AsyncBarrier barrier, String name, int turns) {
        return script(name)
                .turns(turns)
                .run(() -> say(name, "arrives", barrier.waiting()))
                .await(barrier::arrive, (Integer index) -> say(name, "passes", index))
                .recover(BarrierBrokenException.class, e -> say(name, "broken", barrier.isBroken()))
                .recover(CancelledError.class, e -> {
                    say(name, "cancelled", barrier.waiting());
                    throw e;
                });
    }

    private Promise<?> parties(AsyncBarrier barrier, String names) {
        return gather(names.chars()
                .mapToObj(name -> party(barrier, "" + (char) name, 0))
                .toList());
    }

    @Test
    void barrier() {
        AsyncBarrier barrier = new AsyncBarrier(3);
        Script<Object> main = script("main");
        main.await(() -> gather(party(barrier, "a", 0), party(barrier, "b", 2), party(barrier, "c", 1)))
                .run(() -> say("again", barrier.waiting()))
                .await(() -> parties(barrier, "defghi"))
                .run(() -> say("six", barrier.waiting()));
        startTwo(main, barrier, "k", "l");
        main.run(() -> a.cancel())
                .await(() -> waitAll(List.of(a)))
                .run(() -> say("left", barrier.waiting()))
                .await(() -> parties(barrier, "mn"))
                .await(() -> b)
                .await(barrier::reset)
                .run(() -> say("reset", barrier.waiting(), barrier.isBroken()));
        startTwo(main, barrier, "o", "p");
        main.await(barrier::reset)
                .run(() -> c = createTask(party(barrier, "q", 0)))
                .await(() -> waitAll(List.of(a, b)))
                .run(() -> say("after the reset", barrier.waiting(), barrier.isBroken()))
                .await(() -> parties(barrier, "rs"))
                .await(() -> c);
        startTwo(main, barrier, "t", "u");
        main.await(barrier::abort)
                .await(() -> waitAll(List.of(a, b)))
                .await(() -> party(barrier, "v", 0))
                .await(barrier::reset)
                .run(() -> say("as new", barrier.isBroken()))
                .await(() -> parties(barrier, "xyz"))
                .run(() -> new AsyncBarrier(0))
                .recover(IllegalArgumentException.class, e -> say("zero"))
                .await(() -> new AsyncBarrier(1).arrive(), (Integer index) -> say("alone", index));
        run(main);
    }

    private void startTwo(Script<Object> main, AsyncBarrier barrier, String one, String two) {
        main.run(() -> {
                    a = createTask(party(barrier, one, 0));
                    b = createTask(party(barrier, two, 0));
                })
                .turns(1);
    }
}
