package dev.javait.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stack trace of what a task failed with, for those who await the task. To what the task left, each of them adds the places where it waits itself, in
 * place of those of who awaited it before: a trace does not grow with the number of awaits, and an exception is never copied. Python keeps the traceback
 * of a failed task in the same way.
 */
public final class AwaitedTrace {
    /** The number of what is no task. */
    public static final int NO_TASK = 0;

    /** To a trace of so many places no others are added. */
    static final int LONGEST = 1024;

    private final Throwable failure;
    private final StackTraceElement @Nullable [] left;

    private final boolean isTasks;

    /**
     * Keeps the trace that {@code failure} has, but for the places of others that have awaited it.
     *
     * @param task the number of the task that it has ended, or {@link #NO_TASK}; places that this task has added are its own
     */
    public AwaitedTrace(Throwable failure, int task) {
        this.failure = failure;
        this.isTasks = task != NO_TASK;
        this.left = Traces.left(failure, task);
    }

    /** Of {@code failure}, which task number {@code task} gets where {@code frame} waits. */
    public void thrownInto(@Nullable Frame<?> frame, int task) {
        addAll(Traces.places(null, frame), task);
    }

    /**
     * Of {@code failure}, which is thrown by the caller.
     *
     * @param driver of the running task {@code task}, or null if the caller is outside of all tasks
     */
    public void thrownHere(@Nullable Driver driver, int task) {
        List<StackTraceElement> places = new ArrayList<>(callers());
        if (driver != null) {
            places.addAll(Traces.places(null, driver.outer()));
        }
        addAll(places, task);
    }

    /** None if the failure, which comes of no task, was made by what awaits it: then they are in the trace. */
    private List<StackTraceElement> callers() {
        List<StackTraceElement> callers = Traces.callers();
        boolean known = !isTasks
                && left != null
                && !callers.isEmpty()
                && Arrays.stream(left).anyMatch(place -> Traces.isSameMethod(place, callers.get(0)));
        return known ? List.of() : callers;
    }

    private void addAll(List<StackTraceElement> places, int task) {
        if (left == null) {
            return;
        }
        int added = left.length < LONGEST ? places.size() : 0;
        StackTraceElement[] trace = Arrays.copyOf(left, left.length + added);
        for (int i = 0; i < added; i++) {
            trace[left.length + i] = places.get(i);
        }
        if (trace.length > 0) {
            trace[trace.length - 1] = Traces.addedBy(task, trace[trace.length - 1]);
        }
        Traces.set(failure, trace);
    }
}
