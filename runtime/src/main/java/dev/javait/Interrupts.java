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
 * their work. Interrupting the loop's thread while it waits cancels the main task too; the thread is interrupted again when the run is over.
 *
 * <p>Built on the JVM's shutdown hooks, for there is no supported way to catch the signal itself. So after Ctrl-C the JVM always ends, and
 * {@code System.exit} on the loop's own thread cannot wait for the loop. A run that begins when the JVM is shutting down, in somebody's hook, is left alone.
 */
final class Interrupts implements AutoCloseable {
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
        Monitor.start();
        if (ShutdownHook.isSet()) {
            // Last, for what is in there is waited for until it is closed.
            RUNS.add(watch);
        }
        return watch;
    }

    /** The runs that a shutdown of the JVM has to end. */
    static Set<Interrupts> runs() {
        return RUNS;
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

    /** Asks the run to end. */
    void shutDown() {
        if (!isExiting(thread)) {
            loop.post(() -> cancelMain("the program was interrupted"));
        }
    }

    /** Whether it has ended, or cannot; waits for so long at most. */
    boolean hasEnded(long nanos) throws InterruptedException {
        return isExiting(thread) || ended.await(nanos, TimeUnit.NANOSECONDS);
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

    @Override
    public String toString() {
        return loop.toString();
    }
}
