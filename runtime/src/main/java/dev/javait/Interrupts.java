package dev.javait;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C: while a main task runs, a shutdown of the JVM first cancels it and waits until its run has ended and its loop is closed, so that {@code finally} blocks do
 * their work; for at most {@value #SECONDS_TO_END} seconds, for nothing else could stop a program that does not end. Interrupting the loop's thread while it waits
 * cancels the main task too; the thread is interrupted again when the run is over.
 *
 * <p>Built on the JVM's shutdown hooks, for there is no supported way to catch the signal itself. So after Ctrl-C the JVM always ends, and
 * {@code System.exit} on the loop's own thread cannot wait for the loop.
 */
final class Interrupts implements AutoCloseable {
    private static final int SECONDS_TO_END = 10;
    private static final Set<Interrupts> RUNS = ConcurrentHashMap.newKeySet();

    private final EventLoop loop;
    private volatile @Nullable Task<?> main;
    private final Thread thread = Thread.currentThread();
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean interrupted;

    private Interrupts(EventLoop loop) {
        this.loop = loop;
    }

    /** Begins to watch over what this thread does with {@code loop}. */
    static Interrupts watch(EventLoop loop) {
        Interrupts watch = new Interrupts(loop);
        RUNS.add(watch);
        Hook.install();
        Monitor.start();
        return watch;
    }

    /** The loops that run: those that are watched over, and the background loop if there is one. */
    static List<EventLoop> loops() {
        Stream<EventLoop> watched = RUNS.stream().map(run -> run.loop);
        return Stream.concat(watched, Stream.ofNullable(Background.begun()))
                .distinct()
                .toList();
    }

    /** Says what to cancel. */
    void protect(Task<?> main) {
        this.main = main;
    }

    /** The loop's thread was interrupted. */
    void interrupted() {
        interrupted = true;
        cancelMain("the thread was interrupted");
    }

    private void cancelMain(String message) {
        Task<?> task = main;
        if (task != null) {
            task.cancel(message);
        }
    }

    @Override
    public void close() {
        RUNS.remove(this);
        ended.countDown();
        if (interrupted) {
            thread.interrupt();
        }
    }

    private void shutDown() {
        if (!isExiting(thread)) {
            loop.post(() -> cancelMain("the program was interrupted"));
        }
    }

    private void awaitEnd(long deadline) throws InterruptedException {
        long left = deadline - System.nanoTime();
        if (left > 0 && !isExiting(thread) && !ended.await(left, TimeUnit.NANOSECONDS)) {
            Reports.warn(loop + " did not end after the program was interrupted");
        }
    }

    /** Whether the thread itself asked the JVM to end, and so waits for this hook. */
    private static boolean isExiting(Thread thread) {
        for (StackTraceElement place : thread.getStackTrace()) {
            if (place.getClassName().equals("java.lang.Runtime")
                    && place.getMethodName().equals("exit")) {
                return true;
            }
        }
        return false;
    }

    private static final class Hook extends Thread {
        static {
            Runtime.getRuntime().addShutdownHook(new Hook());
        }

        private Hook() {
            super("javait-shutdown");
        }

        /** Initialising the class does it, once. */
        static void install() {}

        @Override
        public void run() {
            RUNS.forEach(Interrupts::shutDown);
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_END);
            try {
                for (Interrupts run : RUNS) {
                    run.awaitEnd(deadline);
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
