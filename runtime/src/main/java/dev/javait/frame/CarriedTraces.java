package dev.javait.frame;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The traces of what a failure carries, its causes and what it suppresses. What a body has caught on the spot and wrapped has a trace as the JVM filled it,
 * with the machinery in it and without the methods that were suspended; those it has in common with the failure itself.
 */
final class CarriedTraces {
    /** The failures that are looked at, for one that passes. */
    private static final int LIMIT = 100;

    private CarriedTraces() {}

    /** @param trace of {@code failure}, complete */
    static void complete(Throwable failure, StackTraceElement[] trace) {
        if (failure.getCause() == null && failure.getSuppressed().length == 0) {
            return;
        }
        Set<Throwable> known = Collections.newSetFromMap(new IdentityHashMap<>());
        Queue<Throwable> open = new ArrayDeque<>();
        known.add(failure);
        open.add(failure);
        while (!open.isEmpty() && known.size() < LIMIT) {
            Throwable carrier = open.remove();
            add(carrier.getCause(), known, open);
            for (Throwable suppressed : carrier.getSuppressed()) {
                add(suppressed, known, open);
            }
            if (carrier != failure) {
                completeOne(carrier, trace);
            }
        }
    }

    private static void add(@Nullable Throwable carried, Set<Throwable> known, Queue<Throwable> open) {
        if (carried != null && known.add(carried)) {
            open.add(carried);
        }
    }

    private static void completeOne(Throwable carried, StackTraceElement[] trace) {
        StackTraceElement[] raw = carried.getStackTrace();
        if (Traces.isComplete(raw)) {
            return;
        }
        List<StackTraceElement> own = Traces.own(raw);
        boolean hasMachinery = own.size() < raw.length;
        if (hasMachinery && !own.isEmpty()) {
            own.addAll(below(own, trace));
            Traces.setComplete(carried, own);
        }
    }

    /** What {@code trace} has below the place where it is most like the end of {@code own}. */
    private static List<StackTraceElement> below(List<StackTraceElement> own, StackTraceElement[] trace) {
        int from = trace.length;
        int longest = 0;
        for (int i = 0; i < trace.length; i++) {
            int length = common(own, trace, i);
            if (length > longest) {
                longest = length;
                from = i + 1;
            }
        }
        return Arrays.asList(trace).subList(from, trace.length);
    }

    /** How many methods at the end of {@code own} are those of {@code trace} up to {@code last}. */
    private static int common(List<StackTraceElement> own, StackTraceElement[] trace, int last) {
        int length = 0;
        while (length <= last
                && length < own.size()
                && Traces.isSameMethod(trace[last - length], own.get(own.size() - 1 - length))) {
            length++;
        }
        return length;
    }
}
