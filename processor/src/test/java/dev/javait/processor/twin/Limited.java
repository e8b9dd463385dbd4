package dev.javait.processor.twin;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Runs something on a thread of its own, so that whatever it does, and if it never ends, who waits for it goes on. */
final class Limited {
    /** The blocking world recurses so deep that all of a stack would fill the memory. */
    private static final int DEEPEST = 100;

    private Limited() {}

    /**
     * The value of {@code action}.
     *
     * @param stack in bytes, or 0 for what the machine gives
     * @throws ExecutionException with what it threw
     * @throws TimeoutException with what all threads were doing when the time was over; the thread has been interrupted
     */
    static <T> T call(String name, Duration limit, long stack, Callable<T> action)
            throws ExecutionException, TimeoutException {
        var task = new FutureTask<>(action);
        var thread = new Thread(null, task, name, stack);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            var late = new TimeoutException("no end after " + limit + "; the threads:\n" + dump(thread));
            thread.interrupt();
            throw late;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The late one first. */
    private static String dump(Thread late) {
        Comparator<ThreadInfo> order = Comparator.comparing(thread -> thread.getThreadId() != late.getId());
        return Arrays.stream(ManagementFactory.getThreadMXBean().dumpAllThreads(true, true, DEEPEST))
                .sorted(order)
                .map(Limited::text)
                .collect(Collectors.joining());
    }

    private static String text(ThreadInfo thread) {
        String lock = thread.getLockName() == null ? "" : " on " + thread.getLockName();
        return thread.getThreadName() + " " + thread.getThreadState() + lock + "\n"
                + Arrays.stream(thread.getStackTrace())
                        .map(place -> "    at " + place + "\n")
                        .collect(Collectors.joining());
    }
}
