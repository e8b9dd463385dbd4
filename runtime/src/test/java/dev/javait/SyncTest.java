package dev.javait;

import static dev.javait.Javait.createTask;
import static dev.javait.Javait.run;
import static dev.javait.Javait.yieldNow;
import static dev.javait.Script.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What asyncio has no counterpart of, and what the messages say. */
class SyncTest {
    private static void says(String part, Callable<?> misuse) {
        IllegalStateException error = assertThrows(IllegalStateException.class, misuse::call);
        assertTrue(error.getMessage().contains(part), error.getMessage());
    }

    @Test
    void whatIsHeldIsGivenBackOnce() {
        AsyncLock lock = new AsyncLock();
        AsyncSemaphore semaphore = AsyncSemaphore.bounded(1);
        List<Held> held = new ArrayList<>();
        run(script("main")
                .await(lock::acquire, (Held h) -> held.add(h))
                .await(semaphore::acquire, (Held h) -> held.add(h)));
        held.forEach(Held::close);
        assertFalse(lock.isLocked());
        assertFalse(semaphore.isLocked());
        held.forEach(Held::close);
    }

    @Test
    void misuseNamesTheObjectAndTheWayOut() {
        AsyncBarrier barrier = new AsyncBarrier(2);
        says("free lock is not held, so it cannot be released; release it once for each acquire()", () -> {
            new AsyncLock().release();
            return null;
        });
        says("semaphore with 1 permits left of 1 was released more often than acquired", () -> {
            AsyncSemaphore.bounded(1).release();
            return null;
        });
        says("condition of a free lock can be signalled only with its lock held", () -> {
            new AsyncCondition().signal(1);
            return null;
        });
        says("taskDone() was called for more elements than were put into the queue with 0 elements", () -> {
            new AsyncQueue<String>().taskDone();
            return null;
        });
        assertThrows(NullPointerException.class, () -> new AsyncQueue<String>().put(null));
        BarrierBrokenException broken = assertThrows(
                BarrierBrokenException.class,
                () -> run(script("main").await(barrier::abort).await(barrier::arrive)));
        assertEquals("broken barrier with 0 of 2 tasks was aborted; reset() makes it as new", broken.getMessage());
    }

    @Test
    void aLockBelongsToTheLoopInWhichATaskWaitedForItFirst() {
        AsyncLock lock = new AsyncLock();
        run(script("main")
                .await(lock::acquire)
                .run(() -> createTask(script("other").await(lock::acquire).run(lock::release)))
                .await(() -> yieldNow())
                .run(lock::release)
                .await(lock::acquire)
                .run(lock::release));
        run(script("nobody waits").await(lock::acquire).run(lock::release));
        says("held lock belongs to another event loop", () -> {
            run(script("main").await(lock::acquire).await(lock::acquire));
            return null;
        });
    }

    @Test
    void bothEndsOfAQueueBelongToTheSameLoop() {
        AsyncQueue<Integer> queue = new AsyncQueue<>(1);
        run(script("getter").run(() -> createTask(queue.get())).turns(1).await(() -> queue.put(1)));
        says("queue with 1 of 1 elements belongs to another event loop", () -> {
            run(script("putter").await(() -> queue.put(2)).await(() -> queue.put(3)));
            return null;
        });
    }

    @Test
    void aPriorityQueueKeepsTheOrderOfEqualElements() {
        AsyncQueue<String> queue = AsyncQueue.priority(0, Comparator.comparingInt(String::length));
        List.of("bb", "a", "cc", "dd", "e").forEach(queue::offer);
        StringBuilder got = new StringBuilder();
        while (!queue.isEmpty()) {
            got.append(queue.poll().orElseThrow()).append(' ');
        }
        assertEquals("a e bb cc dd ", got.toString());
    }

    @Test
    void aThousandCancelledWaitersLeaveNothingBehind() {
        AsyncLock lock = new AsyncLock();
        AsyncSemaphore semaphore = new AsyncSemaphore(0);
        AsyncQueue<Integer> queue = new AsyncQueue<>();
        List<Task<?>> tasks = new ArrayList<>();
        int[] got = {0};
        run(script("main")
                .await(lock::acquire)
                .run(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        tasks.add(createTask(lock.acquire()));
                        tasks.add(createTask(semaphore.acquire()));
                        tasks.add(createTask(queue.get()));
                    }
                })
                .await(() -> yieldNow())
                .run(() -> tasks.forEach(Task::cancel))
                .run(() -> {
                    semaphore.release();
                    queue.offer(7);
                    lock.release();
                })
                .await(() -> yieldNow())
                .await(lock::acquire)
                .await(semaphore::acquire)
                .await(queue::get, (Integer element) -> got[0] = element));
        assertEquals(7, got[0]);
        assertTrue(tasks.stream().allMatch(Task::isCancelled));
        assertTrue(lock.isLocked());
        assertTrue(semaphore.isLocked());
    }

    @Test
    void aTaskThatWaitsSaysForWhat() {
        AsyncLock lock = new AsyncLock();
        DeadlockError error = assertThrows(
                DeadlockError.class,
                () -> run(script("main").await(lock::acquire).await(lock::acquire)));
        assertTrue(error.getMessage().contains("dev.javait.AsyncLock.acquire(AsyncLock.java)"), error.getMessage());
    }

    @Test
    void aQueueKeepsNoElementThatHasComeOutNorTheOneOfATaskThatWasCancelled() {
        AsyncQueue<Object> queue = new AsyncQueue<>(1);
        List<WeakReference<Object>> gone = new ArrayList<>();
        Callable<Coroutine<Void>> put = () -> {
            Object element = new Object();
            gone.add(new WeakReference<>(element));
            return queue.put(element);
        };
        run(script("main")
                .run(() -> createTask(script("producer").await(put).await(put).await(put)))
                .turns(2)
                .await(queue::get)
                .await(queue::get)
                .await(queue::get)
                .run(() -> createTask(script("cancelled").await(put).await(put)))
                .turns(2)
                .run(() -> EventLoop.current().tasks().get(1).cancel())
                .turns(2)
                .await(queue::get));
        assertEquals(5, gone.size());
        assertTrue(gone.stream().allMatch(SyncTest::isCollected));
    }

    private static boolean isCollected(WeakReference<?> reference) {
        for (int i = 0; i < 20 && !reference.refersTo(null); i++) {
            System.gc();
        }
        return reference.refersTo(null);
    }
}
