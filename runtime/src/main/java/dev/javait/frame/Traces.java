package dev.javait.frame;

import java.util.ArrayList;
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
     * it needs no table of exceptions that were seen before.
     */
    private static final String COMPLETE = "async";

    private static final String INTERNAL = "dev.javait.frame.";
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
            StackTraceElement[] raw = failure.getStackTrace();
            if (raw.length > 0 && isMarked(raw[raw.length - 1])) {
                return;
            }
            List<StackTraceElement> trace = new ArrayList<>(raw.length + 8);
            addOwn(raw, trace);
            addPlaces(leaf, frame, trace);
            if (!trace.isEmpty()) {
                trace.set(trace.size() - 1, marked(trace.get(trace.size() - 1)));
                failure.setStackTrace(trace.toArray(new StackTraceElement[0]));
            }
        } catch (RuntimeException | Error unusable) {
            // A failure that will not have its trace read or set keeps the one it has.
        }
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

    private static void addOwn(StackTraceElement[] raw, List<StackTraceElement> trace) {
        for (int i = 0; i < raw.length; i++) {
            StackTraceElement element = raw[i];
            String type = element.getClassName();
            if (type.equals(DRIVER) && element.getMethodName().equals("advance")) {
                int launch = launchBelow(raw, i);
                if (launch < 0) {
                    return;
                }
                i = launch + 1; // the user's method with its new body, which did nothing but call this
                continue;
            }
            boolean internal = type.startsWith(INTERNAL) || type.equals(LOOP) || isBridge(raw, i);
            if (!internal && !isHelper(element)) {
                trace.add(tidy(element));
            }
        }
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

    private static boolean isMarked(StackTraceElement element) {
        return element.getModuleName() == null && COMPLETE.equals(element.getModuleVersion());
    }

    private static StackTraceElement marked(StackTraceElement element) {
        return copy(element, null, COMPLETE, element.getMethodName());
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
