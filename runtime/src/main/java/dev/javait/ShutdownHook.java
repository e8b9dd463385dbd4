package dev.javait;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the JVM calls when it shuts down: has all runs end, and waits for them; for {@value #SECONDS} seconds at most, for nothing else could stop a program that does not
 * end, and not after a second Ctrl-C.
 */
final class ShutdownHook extends Thread {
    private static final int SECONDS = 10;

    /** How often to look for a second signal. */
    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(50);

    /**
     * The JVM takes each signal on a thread of this name, and ends with this status. Where a JVM has other names, the second signal does what it does without Javait: it
     * waits for the first.
     */
    private static final Map<String, Integer> SIGNALS =
            Map.of("SIGHUP handler", 128 + 1, "SIGINT handler", 128 + 2, "SIGTERM handler", 128 + 15);

    private static final Thread NEVER_ADDED = new Thread("javait-never-runs");

    static {
        try {
            Runtime.getRuntime().addShutdownHook(new ShutdownHook());
        } catch (IllegalStateException shuttingDown) {
            // Then no run is watched over.
        }
    }

    private ShutdownHook() {
        super("javait-shutdown");
    }

    /** Whether the JVM is not shutting down yet, and will call the hook when it is. */
    static boolean isSet() {
        try {
            Runtime.getRuntime().removeShutdownHook(NEVER_ADDED); // removes nothing, but fails when it is too late
            return true;
        } catch (IllegalStateException shuttingDown) {
            return false;
        }
    }

    @Override
    public void run() {
        Interrupts.runs().forEach(Interrupts::shutDown);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        try {
            for (Interrupts run : Interrupts.runs()) {
                awaitEnd(run, deadline);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitEnd(Interrupts run, long deadline) throws InterruptedException {
        while (!run.hasEnded(GLANCE)) {
            Integer status = statusOfSecondSignal();
            if (status != null) {
                Runtime.getRuntime().halt(status);
            }
            if (System.nanoTime() - deadline >= 0) {
                Reports.warn(run + " did not end after the program was interrupted");
                return;
            }
        }
    }

    /** The status to end with, if another signal came after the one that the JVM ends of; else null. */
    private static @Nullable Integer statusOfSecondSignal() {
        ThreadGroup all = Thread.currentThread().getThreadGroup();
        while (all.getParent() != null) {
            all = all.getParent();
        }
        Thread[] threads = new Thread[all.activeCount() + 32];
        int count = all.enumerate(threads);
        for (int i = 0; i < count; i++) {
            Integer status = SIGNALS.get(threads[i].getName());
            if (status != null && waitsForTheFirst(threads[i])) {
                return status;
            }
        }
        return null;
    }

    private static boolean waitsForTheFirst(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        return thread.getState() == State.BLOCKED
                && stack.length > 0
                && stack[0].getClassName().equals("java.lang.Shutdown");
    }
}
