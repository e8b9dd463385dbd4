package dev.javait;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javax.management.JMException;
import javax.management.ObjectName;
import jdk.jfr.FlightRecorder;
import org.jspecify.annotations.Nullable;

/**
 * Shows the loops of the JVM to who looks from outside: by JMX, and by the flight recorder, which {@code jcmd} starts and reads. Set up on a thread of its own when
 * a loop has run for a second, so that short programs do not pay for it.
 */
final class Monitor implements EventLoopsMXBean {
    private static final long SECONDS_FOR_AN_ANSWER = 1;
    private static final AtomicBoolean STARTED = new AtomicBoolean();
    private static final AtomicBoolean REGISTERED = new AtomicBoolean();

    private Monitor() {}

    /** A loop begins to run. */
    static void start() {
        if (!STARTED.get() && STARTED.compareAndSet(false, true)) {
            Thread thread = new Thread(Monitor::registerLater, "javait-monitor");
            thread.setDaemon(true);
            try {
                thread.start();
            } catch (OutOfMemoryError noThread) { // that is how the JVM says it; a loop can run all the same
                Reports.debug("Javait's event loops are not visible", noThread);
            }
        }
    }

    private static void registerLater() {
        try {
            TimeUnit.SECONDS.sleep(1);
            register();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes them visible, once. */
    static void register() {
        if (!REGISTERED.compareAndSet(false, true)) {
            return;
        }
        try {
            Jmx.register();
        } catch (Exception | LinkageError notThere) { // not JMException: a platform that lacks it must load this class
            Reports.debug("Javait's event loops are not visible by JMX", notThere);
        }
        try {
            Jfr.register();
        } catch (LinkageError | RuntimeException notThere) {
            Reports.debug("Javait's tasks are not visible by JFR", notThere);
        }
    }

    @Override
    public int getLoops() {
        return Interrupts.loops().size();
    }

    @Override
    public String dump() {
        StringBuilder text = new StringBuilder();
        for (EventLoop loop : Interrupts.loops()) {
            text.append(ask(loop, EventLoop::dump, Monitor::busy)).append(System.lineSeparator());
        }
        return text.toString();
    }

    /** What a loop says of itself, on its own thread. */
    static <R> R ask(EventLoop loop, Function<EventLoop, R> question, Function<EventLoop, R> noAnswer) {
        CompletableFuture<R> answer = new CompletableFuture<>();
        try {
            if (loop.post(() -> answer.complete(question.apply(loop)))) {
                return answer.get(SECONDS_FOR_AN_ANSWER, TimeUnit.SECONDS);
            }
        } catch (TimeoutException late) {
            return noAnswer.apply(loop);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(loop + " could not say what it does", failed);
        }
        return noAnswer.apply(loop);
    }

    private static String busy(EventLoop loop) {
        StringBuilder text = new StringBuilder().append(loop).append(", in the middle of something");
        @Nullable Thread thread = loop.thread();
        for (StackTraceElement place : thread == null ? new StackTraceElement[0] : thread.getStackTrace()) {
            text.append(System.lineSeparator()).append("  at ").append(place);
        }
        return text.toString();
    }

    /** Apart, because a platform may lack java.management. */
    private static final class Jmx {
        static void register() throws JMException {
            ManagementFactory.getPlatformMBeanServer().registerMBean(new Monitor(), new ObjectName(NAME));
        }
    }

    /** Apart, because a platform may lack jdk.jfr. */
    private static final class Jfr {
        static void register() {
            if (FlightRecorder.isAvailable()) {
                FlightRecorder.addPeriodicEvent(TaskEvent.class, Jfr::emit);
            }
        }

        private static void emit() {
            for (EventLoop loop : Interrupts.loops()) {
                ask(loop, TaskEvent::of, busy -> List.<TaskEvent>of()).forEach(TaskEvent::commit);
            }
        }
    }
}
