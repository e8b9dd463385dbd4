package dev.javait;

import java.util.List;

/** What Javait has to say when nobody asked: failures that nobody caught, and descriptions of tasks that wait. */
final class Reports {
    private static final System.Logger LOG = System.getLogger("dev.javait");

    private Reports() {}

    static void log(Unhandled what) {
        String source = what.source() == null ? "" : " (" + what.source() + ")";
        LOG.log(System.Logger.Level.ERROR, what.message() + source, what.error());
    }

    static void warn(String message) {
        LOG.log(System.Logger.Level.WARNING, message);
    }

    static void neverAwaited(String coroutine, Throwable place) {
        LOG.log(System.Logger.Level.WARNING, coroutine + " was never awaited", place);
    }

    static String deadlock(List<Task<?>> tasks) {
        return "every task waits, and nothing is left that could wake one:" + stacks(tasks);
    }

    /** Each task with what it waits for, and where. */
    static String stacks(List<Task<?>> tasks) {
        StringBuilder text = new StringBuilder();
        for (Task<?> task : tasks) {
            text.append(System.lineSeparator()).append("  ").append(task);
            Object awaited = task.awaited();
            if (awaited != null) {
                text.append(", waiting for ").append(awaited);
            }
            for (StackTraceElement place : task.stack()) {
                text.append(System.lineSeparator()).append("    at ").append(place);
            }
        }
        return text.toString();
    }
}
