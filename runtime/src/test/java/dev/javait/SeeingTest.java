package dev.javait;

import static dev.javait.Javait.createTask;
import static dev.javait.Javait.currentTask;
import static dev.javait.Javait.gather;
import static dev.javait.Javait.run;
import static dev.javait.Javait.shield;
import static dev.javait.Javait.waitAll;
import static dev.javait.Javait.yieldNow;
import static dev.javait.Script.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.management.JMX;
import javax.management.ObjectName;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class SeeingTest {
    private Task<?> a;
    private Task<?> b;
    private Task<?> c;
    private String dump;

    private static Script<Object> waits() {
        return script("waits").await(() -> new Promise<>());
    }

    private static String lines(String... lines) {
        return String.join(System.lineSeparator(), lines);
    }

    @Test
    void aDumpIsATreeOfWhoAwaitsWhomThroughGatheringsToo() {
        AsyncLock lock = new AsyncLock();
        run(script("main")
                .await(lock::acquire)
                .run(() -> {
                    a = createTask(waits(), "a");
                    b = createTask(script("b").await(lock::acquire), "b");
                    c = createTask(script("c").await(() -> gather(a, shield(b))), "c");
                    createTask(script("d").await(() -> waitAll(List.of(a, c))), "d");
                })
                .await(() -> yieldNow())
                .run(() -> dump = EventLoop.current().dump()));
        assertEquals(
                lines(
                        "event loop on main",
                        "  pending task Task-1",
                        "  pending task d, waiting for pending promise",
                        "    at dev.javait.Javait.waitAll(Javait.java)",
                        "    at app.Script.d(Script.java:1)",
                        "    pending task a, waiting for pending promise",
                        "      at app.Script.waits(Script.java:1)",
                        "    pending task c, waiting for pending gathering of 2",
                        "      at app.Script.c(Script.java:1)",
                        "      pending task a, see above",
                        "      pending task b, waiting for its turn at a held lock",
                        "        at dev.javait.AsyncLock.acquire(AsyncLock.java)",
                        "        at app.Script.b(Script.java:1)"),
                dump);
    }

    @Test
    void tasksThatAwaitOneAnotherAreNamedAsSuch() {
        DeadlockError error = assertThrows(
                DeadlockError.class,
                () -> run(script("main")
                        .run(() -> {
                            a = createTask(script("a").await(() -> b), "a");
                            b = createTask(script("b").await(() -> gather(c, new Promise<>())), "b");
                            c = createTask(script("c").await(() -> a), "c");
                        })
                        .await(() -> a)));
        assertTrue(
                error.getMessage().contains("these await one another: a awaits b awaits c awaits a"),
                error.getMessage());
        assertTrue(
                error.getMessage().contains("pending task b, waiting for pending gathering of 2"), error.getMessage());
    }

    @Test
    void thousandsOfTasksInAChainAreShown() {
        List<Task<?>> tasks = new ArrayList<>();
        Script<Object> main = script("main");
        main.run(() -> {
                    tasks.add(createTask(waits()));
                    for (int i = 0; i < 5_000; i++) {
                        Task<?> last = tasks.get(i);
                        tasks.add(createTask(script("link").await(() -> last)));
                    }
                })
                .await(() -> yieldNow())
                .run(() -> dump = EventLoop.current().dump());
        run(main);
        assertEquals(2 + 2 * 5_001, dump.lines().count());
    }

    @Test
    void aTaskThatAwaitsItselfByADetourIsARing() {
        DeadlockError error =
                assertThrows(DeadlockError.class, () -> run(script("main").await(() -> shield(currentTask()))));
        assertTrue(error.getMessage().contains("these await one another: Task-1 awaits Task-1"), error.getMessage());
    }

    @Test
    void theLoopsAreVisibleByJmx() throws Exception {
        Monitor.register();
        EventLoopsMXBean bean = JMX.newMXBeanProxy(
                ManagementFactory.getPlatformMBeanServer(),
                new ObjectName(EventLoopsMXBean.NAME),
                EventLoopsMXBean.class);
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Promise<?>[] promise = {null};
        EventLoop[] loop = {null};
        Thread thread = new Thread(
                () -> run(script("main")
                        .run(() -> {
                            loop[0] = EventLoop.current();
                            promise[0] = new Promise<>();
                            waiting.countDown();
                        })
                        .await(() -> promise[0])
                        .run(() -> {
                            blocked.countDown();
                            end.await();
                        })),
                "seen by JMX");
        thread.start();
        waiting.await();
        String dump = bean.dump();
        while (dump.contains("in the middle of something")) { // a busy machine: it had no time to answer
            dump = bean.dump();
        }
        assertTrue(dump.contains("event loop on seen by JMX"), dump);
        assertTrue(dump.contains("at app.Script.main(Script.java:2)"), dump);
        assertTrue(bean.getLoops() >= 1);
        loop[0].execute(() -> promise[0].complete(null));
        blocked.await();
        dump = bean.dump();
        assertTrue(dump.contains("in the middle of something"), dump);
        assertTrue(dump.contains("CountDownLatch.await"), dump);
        end.countDown();
        thread.join();
    }

    @Test
    void theTasksAreVisibleInAFlightRecording(@TempDir Path folder) throws Exception {
        Monitor.register();
        List<RecordedEvent> events = record(folder);
        while (events.isEmpty()) { // a busy machine: the loop had no time to answer
            events = record(folder);
        }
        List<String> seen = events.stream()
                .map(event -> event.getString("task") + " at " + event.getString("stack"))
                .toList();
        assertTrue(seen.contains("pending task recorded at app.Script.waits(Script.java:1)"), seen.toString());
    }

    private List<RecordedEvent> record(Path folder) throws Exception {
        Path file = folder.resolve("tasks.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("dev.javait.Task").with("period", "everyChunk");
            recording.start();
            Thread[] stopper = {null};
            run(script("main")
                    .run(() -> {
                        EventLoop loop = EventLoop.current();
                        Promise<Object> promise = new Promise<>();
                        a = createTask(script("waits").await(() -> promise), "recorded");
                        stopper[0] = new Thread(() -> {
                            recording.stop();
                            loop.execute(() -> promise.complete(null));
                        });
                        stopper[0].start();
                    })
                    .await(() -> a));
            stopper[0].join();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals("dev.javait.Task"))
                .toList();
    }
}
