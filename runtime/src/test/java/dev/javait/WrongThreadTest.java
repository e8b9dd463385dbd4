package dev.javait;

import static dev.javait.Javait.createTask;
import static dev.javait.Javait.gather;
import static dev.javait.Javait.run;
import static dev.javait.Javait.timeout;
import static dev.javait.Javait.yieldNow;
import static dev.javait.Script.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What belongs to a loop and is used on another thread says so, and names both threads. */
class WrongThreadTest {
    private final Map<String, Executable> uses = new LinkedHashMap<>();
    private final List<Object> objects = new ArrayList<>();
    private final List<String> silent = new ArrayList<>();
    private int refused;

    /** Of objects whose loop is known because a task waits there. */
    private void uses() {
        EventLoop loop = EventLoop.current();
        Promise<Object> promise = new Promise<>();
        Task<Object> task = createTask(script("task").await(() -> promise));
        Promise<?> gathering = gather(task);
        TaskGroup group = TaskGroup.open();
        Timeout limit = timeout(null);
        TimerHandle timer = loop.schedule(Duration.ofHours(1), () -> {});
        uses.put("Task.cancel", task::cancel);
        uses.put("Task.uncancel", task::uncancel);
        uses.put("Task.onDone", () -> task.onDone(done -> {}));
        uses.put("Promise.complete", () -> promise.complete(1));
        uses.put("Promise.fail", () -> promise.fail(new Exception()));
        uses.put("Promise.cancel", promise::cancel);
        uses.put("Promise.onDone", () -> promise.onDone(done -> {}));
        uses.put("gather.cancel", gathering::cancel);
        uses.put("TaskGroup.spawn", () -> group.spawn(script("child")));
        uses.put("TaskGroup.cancel", group::cancel);
        uses.put("Timeout.reschedule", () -> limit.reschedule(null));
        uses.put("EventLoop.schedule", () -> loop.schedule(Duration.ZERO, () -> {}));
        uses.put("TimerHandle.cancel", timer::cancel);
        AsyncLock lock = new AsyncLock();
        AsyncEvent event = new AsyncEvent();
        AsyncSemaphore semaphore = new AsyncSemaphore(1);
        AsyncCondition condition = new AsyncCondition();
        AsyncQueue<Integer> queue = new AsyncQueue<>(1);
        for (Coroutine<?> waiter : List.of(
                lock.acquire(),
                lock.acquire(),
                event.awaitSet(),
                semaphore.acquire(),
                semaphore.acquire(),
                condition.acquire(),
                condition.acquire(),
                queue.get(),
                queue.get())) {
            createTask(waiter);
        }
        objects.addAll(
                List.of(promise, task, gathering, group, limit, timer, lock, event, semaphore, condition, queue));
        uses.put("AsyncLock.release", lock::release);
        uses.put("AsyncEvent.set", event::set);
        uses.put("AsyncEvent.clear", event::clear);
        uses.put("AsyncSemaphore.release", semaphore::release);
        uses.put("AsyncCondition.release", condition::release);
        uses.put("AsyncCondition.signal", () -> condition.signal(1));
        uses.put("AsyncQueue.offer", () -> queue.offer(1));
        uses.put("AsyncQueue.poll", queue::poll);
        uses.put("AsyncQueue.taskDone", queue::taskDone);
        uses.put("AsyncQueue.shutdown", () -> queue.shutdown(false));
    }

    private void tryAll(Thread owner) {
        uses.forEach((name, use) -> {
            try {
                use.execute();
                silent.add(name);
            } catch (IllegalStateException refusal) {
                String message = refusal.getMessage();
                assertTrue(message.contains("loop.execute"), message);
                assertTrue(message.contains(owner.toString()), message);
                assertTrue(message.contains(Thread.currentThread().toString()), message);
                refused++;
            } catch (Throwable other) {
                silent.add(name + ": " + other);
            }
        });
    }

    @Test
    void usesOnAnotherThreadAreRefusedWithBothThreadsNamed() {
        Thread here = Thread.currentThread();
        run(script("main").run(this::uses).await(() -> yieldNow()).run(() -> {
            String before = objects.toString();
            Thread other = new Thread(() -> tryAll(here), "stranger");
            other.start();
            other.join();
            assertEquals(before, objects.toString());
        }));
        assertEquals(List.of(), silent);
        assertEquals(uses.size(), refused);
    }

    /** What would not have to wait has been waited for before, and so belongs to the loop. */
    @Test
    void whatIsFreeIsRefusedToo() {
        AsyncLock lock = new AsyncLock();
        AsyncSemaphore semaphore = new AsyncSemaphore(1);
        AsyncQueue<Integer> queue = new AsyncQueue<>();
        List<Held> held = new ArrayList<>();
        uses.put("AsyncLock.acquire", () -> run(lock.acquire()));
        uses.put("AsyncSemaphore.acquire", () -> run(semaphore.acquire()));
        uses.put("AsyncQueue.get", () -> run(queue.get()));
        uses.put("AsyncQueue.put", () -> run(queue.put(1)));
        Thread here = Thread.currentThread();
        run(script("main")
                .<Held>await(lock::acquire, held::add)
                .<Held>await(semaphore::acquire, held::add)
                .run(() -> {
                    createTask(script("second").<Held>await(lock::acquire, Held::close));
                    createTask(script("third").<Held>await(semaphore::acquire, Held::close));
                    createTask(queue.get());
                })
                .turns(1)
                .run(() -> {
                    held.forEach(Held::close);
                    queue.offer(1);
                    queue.offer(2);
                })
                .turns(2)
                .run(() -> {
                    Thread other = new Thread(() -> tryAll(here), "stranger");
                    other.start();
                    other.join();
                    assertTrue(!lock.isLocked() && !semaphore.isLocked() && queue.size() == 1);
                }));
        assertEquals(List.of(), silent);
        assertEquals(uses.size(), refused);
    }
}
