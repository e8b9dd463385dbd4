package dev.javait.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes stack traces speak of the user's methods. When a failure leaves the Java stack for frames that are suspended, its own trace is completed, once,
 * with the places where those wait, so that it reads as if the calls had been ordinary ones; the machinery in between is taken out.
 */
final class Traces {
    /** Places that are added to one trace. */
    static final int LIMIT = 200;

    /**
     * Marks the last element of a trace that is complete. A module version is printed only beside a module name, so the mark is not seen; and
     * it needs no table of exceptions that were seen before. Behind that, the last place that has been added by who awaited a task that failed has the same
     * mark, with the number of the task that waited.
     */
    private static final String COMPLETE = "async";

    private static final String ADDED = COMPLETE + " in ";

    private static final String LIBRARY = "dev.javait.";
    private static final String INTERNAL = LIBRARY + "frame.";
    private static final String DRIVER = INTERNAL + "Driver";
    private static final String LAUNCH = INTERNAL + "Launch";
    private static final String LOOP = "dev.javait.EventLoop";
    private static final String TASK = "dev.javait.Task";

    /** The linker moves the body of {@code fetch} to a method of this name with {@code fetch} before it. */
    private static final String BODY = "$async";

    /** A body that is too large for one method has sections, {@code fetch$async$1} and so on. */
    private static final Pattern SECTION = Pattern.compile("\\$\\d+");

    private static final String LAMBDA = "lambda$";

    /** What the linker adds for {@code super.m()}, {@code new} of a local class and imported methods; it has no line of the user's. */
    private static final Pattern HELPER = Pattern.compile("(?:super|new|static)\\$.*\\$\\d+");

    private Traces() {}

    /** Completes the trace of a failure that is about to be thrown into {@code frame}; null: that is about to leave its task. */
    static void complete(Throwable failure, @Nullable Frame<?> frame) {
        complete(failure, null, frame);
    }

    /** The same, of a failure that came to {@code frame} from a leaf that waited at a place. */
    static void complete(Throwable failure, @Nullable StackTraceElement leaf, @Nullable Frame<?> frame) {
        try {
            StackTraceElement[] trace = failure.getStackTrace();
            if (!isComplete(trace)) {
                trace = completed(trace, leaf, frame);
                set(failure, trace);
            }
            CarriedTraces.complete(failure, trace);
        } catch (RuntimeException | Error unusable) {
            // A failure that will not have its trace read keeps the one it has, and so does what it carries.
        }
    }

    private static StackTraceElement[] completed(
            StackTraceElement[] raw, @Nullable StackTraceElement leaf, @Nullable Frame<?> frame) {
        List<StackTraceElement> trace = own(raw);
        addPlaces(leaf, frame, trace);
        return completed(trace);
    }

    private static StackTraceElement[] completed(List<StackTraceElement> trace) {
        StackTraceElement[] completed = trace.toArray(new StackTraceElement[0]);
        int last = completed.length - 1;
        if (last >= 0 && !isMarked(completed[last])) {
            completed[last] = marked(COMPLETE, completed[last]);
        }
        return completed;
    }

    /** Gives {@code failure} a trace to which nothing is added any more. */
    static void setComplete(Throwable failure, List<StackTraceElement> trace) {
        set(failure, completed(trace));
    }

    static boolean isComplete(StackTraceElement[] trace) {
        return trace.length > 0 && isMarked(trace[trace.length - 1]);
    }

    /** The trace of {@code failure}, complete, without what other tasks than {@code task} have added to it; null if it will not have it read. */
    static StackTraceElement @Nullable [] left(Throwable failure, int task) {
        try {
            StackTraceElement[] raw = failure.getStackTrace();
            if (!isComplete(raw)) {
                return completed(raw, null, null);
            }
            String mark = raw[raw.length - 1].getModuleVersion();
            if (COMPLETE.equals(mark) || task != AwaitedTrace.NO_TASK && (ADDED + task).equals(mark)) {
                return raw;
            }
            int end = raw.length;
            while (end > 0 && !(isMarked(raw[end - 1]) && COMPLETE.equals(raw[end - 1].getModuleVersion()))) {
                end--;
            }
            return Arrays.copyOf(raw, end);
        } catch (RuntimeException | Error unusable) {
            return null;
        }
    }

    static void set(Throwable failure, StackTraceElement[] trace) {
        try {
            if (trace.length > 0) {
                failure.setStackTrace(trace);
            }
        } catch (RuntimeException | Error unusable) {
            // A failure that will not have its trace set keeps the one it has.
        }
    }

    /** The last place of a trace to which task number {@code task} has added what it could. */
    static StackTraceElement addedBy(int task, StackTraceElement last) {
        return COMPLETE.equals(last.getModuleVersion()) ? last : marked(ADDED + task, last);
    }

    static List<StackTraceElement> places(@Nullable StackTraceElement leaf, @Nullable Frame<?> frame) {
        List<StackTraceElement> places = new ArrayList<>();
        addPlaces(leaf, frame, places);
        return places;
    }

    private static void addPlaces(
            @Nullable StackTraceElement leaf, @Nullable Frame<?> frame, List<StackTraceElement> trace) {
        int left = LIMIT;
        if (leaf != null) {
            trace.add(leaf);
            left--;
        }
        for (Frame<?> f = frame; f != null && left > 0; f = f.awaiter, left--) {
            trace.add(tidy(f.location(f.state)));
        }
    }

    /** The user's methods on this thread's stack, up to those of the task that runs. */
    static List<StackTraceElement> callers() {
        List<StackTraceElement> callers = own(new Throwable().getStackTrace());
        int library = 0;
        while (library < callers.size() && isLibrary(callers.get(library))) {
            library++;
        }
        return callers.subList(library, callers.size());
    }

    private static boolean isLibrary(StackTraceElement element) {
        String type = element.getClassName();
        return type.startsWith(LIBRARY) && type.indexOf('.', LIBRARY.length()) < 0;
    }

    /** The user's methods in {@code raw} down to those that {@link Driver} runs, for below them the methods may be suspended ones. */
    static List<StackTraceElement> own(StackTraceElement[] raw) {
        List<StackTraceElement> trace = new ArrayList<>(raw.length + 8);
        for (int i = 0; i < raw.length; i++) {
            StackTraceElement element = raw[i];
            String type = element.getClassName();
            if (type.equals(DRIVER) && element.getMethodName().equals("advance")) {
                int launch = launchBelow(raw, i);
                if (launch < 0) {
                    break;
                }
                i = launch + 1; // the user's method with its new body, which did nothing but call this
                continue;
            }
            if (type.equals(LAUNCH) && element.getMethodName().equals("run")) {
                i++; // again the user's method with its new body
                continue;
            }
            boolean internal = type.startsWith(INTERNAL) || type.equals(LOOP) || isBridge(raw, i);
            if (!internal && !isHelper(element)) {
                trace.add(tidy(element));
            }
        }
        return trace;
    }

    /** Where a task that begins in {@code advance} was started by the call of its method, so that the trace goes on with the caller; negative if it was not. */
    private static int launchBelow(StackTraceElement[] raw, int advance) {
        for (int i = advance + 1; i < raw.length; i++) {
            String type = raw[i].getClassName();
            if (type.equals(LAUNCH) && raw[i].getMethodName().equals("future")) {
                return i;
            }
            if (!type.equals(DRIVER) && !type.equals(LOOP) && !type.equals(TASK)) {
                return -1;
            }
        }
        return -1;
    }

    /**
     * What calls a body does nothing else, and the body stands for it: the {@code resume} of a generated class, the user's method, if the body runs
     * directly, or the body itself, if it calls one of its sections.
     */
    private static boolean isBridge(StackTraceElement[] raw, int i) {
        String called = i == 0 ? null : nameOfBody(raw[i - 1].getMethodName());
        if (called == null) {
            return false;
        }
        String caller = raw[i].getMethodName();
        boolean resumes = caller.equals("resume")
                && i + 1 < raw.length
                && raw[i + 1].getClassName().equals(DRIVER);
        boolean isSection = !raw[i - 1].getMethodName().endsWith(BODY);
        return resumes
                || raw[i - 1].getClassName().equals(raw[i].getClassName())
                        && caller.equals(isSection ? called + BODY : called);
    }

    private static boolean isHelper(StackTraceElement element) {
        return element.getLineNumber() < 0
                && HELPER.matcher(element.getMethodName()).matches();
    }

    /** The element with the name of the user's method where it has that of the body, a lambda's with the name that javac gives it. */
    static StackTraceElement tidy(StackTraceElement element) {
        String method = element.getMethodName();
        String name = method.startsWith(LAMBDA) ? method.replace(BODY, "") : nameOfBody(method);
        return name == null || name.equals(method)
                ? element
                : copy(element, element.getModuleName(), element.getModuleVersion(), name);
    }

    /** The user's name of the method whose body, or a section of it, has the name {@code method}; null for another method. */
    private static @Nullable String nameOfBody(String method) {
        int at = method.lastIndexOf(BODY);
        if (at < 0 || method.startsWith(LAMBDA)) {
            return null;
        }
        String section = method.substring(at + BODY.length());
        return section.isEmpty() || SECTION.matcher(section).matches() ? method.substring(0, at) : null;
    }

    static boolean isSameMethod(StackTraceElement one, StackTraceElement other) {
        return one.getMethodName().equals(other.getMethodName())
                && one.getClassName().equals(other.getClassName());
    }

    private static boolean isMarked(StackTraceElement element) {
        String version = element.getModuleVersion();
        return element.getModuleName() == null && version != null && version.startsWith(COMPLETE);
    }

    private static StackTraceElement marked(String mark, StackTraceElement element) {
        return copy(element, null, mark, element.getMethodName());
    }

    private static StackTraceElement copy(
            StackTraceElement element, @Nullable String module, @Nullable String version, String method) {
        String loader = element.getClassLoaderName();
        // The JVM does not print the name of its own loader, but would print that of a copy.
        return new StackTraceElement(
                "app".equals(loader) ? null : loader,
                module,
                version,
                element.getClassName(),
                method,
                element.getFileName(),
                element.getLineNumber());
    }
}
