package dev.javait;

import static dev.javait.Javait.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventLoopGroupTest {
    /** Yields some times, and gives the loops that it was on. */
    private static Script<Set<EventLoop>> wander(int times) {
        Set<EventLoop> seen = new HashSet<>();
        Script<Set<EventLoop>> script = Script.script("wander");
        for (int i = 0; i < times; i++) {
            script = script.await(() -> {
                seen.add(EventLoop.current());
                return yieldNow();
            });
        }
        return script.returns(() -> seen);
    }

    private static Script<Object> waitForEver(CountDownLatch waits) {
        return Script.script("waits").await(() -> {
            waits.countDown();
            return new Promise<>();
        });
    }

    @Test
    void aCoroutineStaysOnItsLoopAndEachLoopGetsTheSameNumber() {
        try (EventLoopGroup group = EventLoopGroup.builder().size(3).build()) {
            List<CompletableFuture<Set<EventLoop>>> futures = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                futures.add(group.submit(wander(5)));
            }
            Map<EventLoop, Integer> counts = new HashMap<>();
            for (CompletableFuture<Set<EventLoop>> future : futures) {
                Set<EventLoop> seen = future.join();
                assertEquals(1, seen.size());
                counts.merge(seen.iterator().next(), 1, Integer::sum);
            }
            assertEquals(Set.copyOf(group.loops()), counts.keySet());
            counts.values().forEach(count -> assertEquals(100, count));
        }
    }

    @Test
    void failuresComeOutOfTheFuture() {
        try (EventLoopGroup group = EventLoopGroup.builder().size(1).build()) {
            Exception failure = new Exception("mine");
            CompletableFuture<Object> future =
                    group.submit(Script.script("fails").raises(() -> failure));
            assertSame(
                    failure,
                    assertThrows(CompletionException.class, future::join).getCause());
        }
    }

    @Test
    void threadsHaveTheGroupsNameAndEndWhenItIsClosed() {
        EventLoopGroup group = EventLoopGroup.builder().size(2).name("worker").build();
        Thread[] threads = new Thread[2];
        for (int i = 0; i < 2; i++) {
            int each = i;
            group.submit(Script.script("notes").await(() -> {
                        threads[each] = Thread.currentThread();
                        return yieldNow();
                    }))
                    .join();
        }
        assertEquals("worker-1", threads[0].getName());
        assertEquals("worker-2", threads[1].getName());
        group.close();
        assertFalse(threads[0].isAlive() || threads[1].isAlive());
    }

    @Test
    void closingCancelsWhatRunsAndTakesNothingMore() throws InterruptedException {
        EventLoopGroup group = EventLoopGroup.builder().size(2).build();
        CountDownLatch wait = new CountDownLatch(2);
        List<CompletableFuture<Object>> waiting =
                List.of(group.submit(waitForEver(wait)), group.submit(waitForEver(wait)));
        wait.await();
        group.close();
        group.close();
        waiting.forEach(future -> assertThrows(CancellationException.class, future::join));
        assertThrows(RejectedExecutionException.class, () -> group.submit(wander(1)));
    }

    @Test
    void whatIsSubmittedWhileTheGroupIsClosedEndsInOneWayOrAnother() throws InterruptedException {
        for (int round = 0; round < 20; round++) {
            EventLoopGroup group = EventLoopGroup.builder().size(2).build();
            Thread submits = new Thread(() -> {
                try {
                    for (; ; ) {
                        group.submit(wander(2))
                                .exceptionally(cancelled -> Set.of())
                                .join();
                    }
                } catch (RejectedExecutionException closed) {
                    // As expected.
                }
            });
            submits.start();
            group.close();
            submits.join();
        }
    }

    @Test
    @SuppressWarnings("try") // closing it there is what is tested
    void aGroupCannotBeClosedByItsOwnThread() {
        try (EventLoopGroup group = EventLoopGroup.builder().size(1).build()) {
            CompletableFuture<Object> closes =
                    group.submit(Script.script("closes").returns(() -> {
                        group.close();
                        return "closed";
                    }));
            Throwable cause =
                    assertThrows(CompletionException.class, closes::join).getCause();
            assertTrue(
                    cause.getMessage().startsWith("group of 1 event loops cannot be closed on its own thread"),
                    cause::toString);
        }
    }

    @Test
    void aGroupHasOneLoopAtLeastAndByDefaultOneForEachProcessor() {
        assertThrows(
                IllegalArgumentException.class, () -> EventLoopGroup.builder().size(0));
        try (EventLoopGroup group = EventLoopGroup.builder().build()) {
            assertEquals(
                    Runtime.getRuntime().availableProcessors(), group.loops().size());
        }
    }
}
