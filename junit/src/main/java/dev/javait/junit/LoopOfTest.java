package dev.javait.junit;

import dev.javait.EventLoop;
import dev.javait.LoopClock;
import dev.javait.Task;
import dev.javait.Unhandled;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/**
 * The event loop of one test, and what becomes of it.
 *
 * <pre>
 *             the time is up                    still running a second later
 *   IN TIME ------------------&gt; LATE: dumped,  ------------------------------&gt; STUCK: its thread is interrupted
 *      |                        all cancelled        |
 *      `------- end ---------&gt; CLOSED &lt;--------------'
 * </pre>
 */
final class LoopOfTest {
    private static final ScheduledExecutorService WATCHDOG = Executors.newSingleThreadScheduledExecutor(action -> {
        Thread thread = new Thread(action, "javait-test-watchdog");
        thread.setDaemon(true);
        return thread;
    });

    /** A method of the test. */
    interface Body {
        void run() throws Throwable;
    }

    private final TestLoop settings;
    private final EventLoop loop;
    private final List<Unhandled> unhandled = new ArrayList<>();
    private final Thread thread = Thread.currentThread();
    private final Future<?> alarm;

    /** Where every task waited when the time was up. */
    private volatile @Nullable String late;

    private volatile boolean ended;

    LoopOfTest(TestLoop settings, @Nullable Long seed) {
        this.settings = settings;
        boolean isVirtual = settings.clock() == TestLoop.Clock.VIRTUAL;
        var builder = EventLoop.builder()
                .clock(isVirtual ? LoopClock.virtual() : LoopClock.system())
                .onUnhandled(unhandled::add);
        if (seed != null) {
            builder.shuffle(seed);
        }
        this.loop = builder.build();
        this.alarm = settings.timeout() <= 0
                ? CompletableFuture.completedFuture(null)
                : WATCHDOG.schedule(this::timeIsUp, millis(settings.timeout()), TimeUnit.MILLISECONDS);
    }

    EventLoop loop() {
        return loop;
    }

    /** Runs a method of the test, and fails as late if it was. */
    void watch(Body body) throws Throwable {
        try {
            body.run();
        } catch (Throwable failure) {
            throw late == null ? failure : isLate(failure);
        }
        if (late != null) {
            throw isLate(null);
        }
    }

    /** Closes the loop, and fails for what is left over, unless the test itself failed. */
    void end(@Nullable Throwable failure) {
        String left = loop.tasks().isEmpty() || settings.mayLeaveTasks() ? null : loop.dump();
        int count = loop.tasks().size();
        try {
            loop.close();
        } finally {
            ended = true;
            alarm.cancel(false);
        }
        if (failure != null) {
            unhandled.forEach(what -> failure.addSuppressed(what.error()));
            return;
        }
        if (late != null) {
            throw isLate(null);
        }
        if (!unhandled.isEmpty()) {
            throw isUnhandled();
        }
        if (left != null) {
            throw new AssertionFailedError(count + (count == 1 ? " task was" : " tasks were")
                    + " left when the test ended; await what the test starts, or cancel it and await that: " + left);
        }
    }

    private AssertionFailedError isUnhandled() {
        StringBuilder message = new StringBuilder("the event loop of the test had failures that nobody caught:");
        for (Unhandled what : unhandled) {
            message.append(System.lineSeparator()).append("  ").append(what.message());
            message.append(what.source() == null ? "" : " (" + what.source() + ")");
            message.append(": ").append(what.error());
        }
        AssertionFailedError error =
                new AssertionFailedError(message.toString(), unhandled.get(0).error());
        unhandled.stream().skip(1).forEach(what -> error.addSuppressed(what.error()));
        return error;
    }

    private AssertionFailedError isLate(@Nullable Throwable failure) {
        AssertionFailedError error = new AssertionFailedError(
                "the test took longer than " + settings.timeout() + " s; then every task was cancelled: " + late);
        if (failure != null) {
            error.addSuppressed(failure);
        }
        return error;
    }

    /** On the watchdog's thread. */
    private void timeIsUp() {
        WATCHDOG.schedule(this::stillRunning, 1, TimeUnit.SECONDS);
        loop.execute(() -> {
            if (late == null) {
                late = loop.dump();
            }
            List.copyOf(loop.tasks()).forEach(Task::cancel);
        });
    }

    /** On the watchdog's thread: something blocks the loop, or does not let itself be cancelled. */
    private void stillRunning() {
        if (ended) {
            return;
        }
        if (late == null) {
            late = "the thread of the event loop is in the middle of something:" + where();
        }
        thread.interrupt();
    }

    private String where() {
        StringBuilder places = new StringBuilder();
        for (StackTraceElement place : thread.getStackTrace()) {
            places.append(System.lineSeparator()).append("    at ").append(place);
        }
        return places.toString();
    }

    private static long millis(double seconds) {
        return Math.max(1, Math.round(seconds * 1000));
    }
}
