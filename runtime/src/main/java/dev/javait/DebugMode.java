package dev.javait;

import java.util.List;

/**
 * What a loop in debug mode watches for besides: steps that take long, for they keep everything else waiting, and coroutines that were made and never awaited.
 * Both are logged as warnings.
 */
final class DebugMode {
    private final long slowStep;

    DebugMode(long slowStep) {
        this.slowStep = slowStep;
    }

    /** Whether {@code -Djavait.debug} or the environment's {@code JAVAIT_DEBUG} asks for it. */
    static boolean isDefault() {
        String property = System.getProperty("javait.debug");
        String variable = System.getenv("JAVAIT_DEBUG");
        return property != null ? !property.equals("false") : variable != null && !variable.isEmpty();
    }

    /** Runs a step or callback, and says so if it took too long. */
    void run(EventLoop loop, Object taskOrHandle) {
        String where = where(taskOrHandle);
        long before = System.nanoTime();
        loop.runOne(taskOrHandle);
        long took = System.nanoTime() - before;
        if (took >= slowStep) {
            Reports.warn(where + " kept the event loop for " + took / 1_000_000
                    + " ms; use toThread(...) for what takes long");
        }
        loop.reportDropped();
    }

    private static String where(Object taskOrHandle) {
        if (!(taskOrHandle instanceof Task<?> task)) {
            return "callback " + ((Handle) taskOrHandle).source();
        }
        List<StackTraceElement> stack = task.stack();
        return "task " + task.name() + (stack.isEmpty() ? " from its beginning" : " from " + stack.get(0));
    }
}
