package dev.javait.processor.twin.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What a case writes down while it runs; one for each thread that runs a case. */
public final class Trace {
    private static final int LIMIT = 20_000;
    private static final int TICKS = 60;
    /** Threads that a case makes write what it writes. */
    private static final ThreadLocal<Trace> CURRENT = new InheritableThreadLocal<>() {
        @Override
        protected Trace initialValue() {
            return new Trace();
        }
    };

    private final List<String> lines = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private int ticks = TICKS;

    private Trace() {}

    public static void start() {
        CURRENT.remove();
    }

    public static List<String> lines() {
        return CURRENT.get().lines;
    }

    public static void log(Object line) {
        List<String> lines = lines();
        if (lines.size() >= LIMIT || Thread.currentThread().isInterrupted()) throw new Endless();
        lines.add(text(line));
    }

    public static boolean note(String tag, boolean value) {
        log(tag + " = " + value);
        return value;
    }

    public static char note(String tag, char value) {
        log(tag + " = '" + value + "'");
        return value;
    }

    public static byte note(String tag, byte value) {
        log(tag + " = (byte) " + value);
        return value;
    }

    public static short note(String tag, short value) {
        log(tag + " = (short) " + value);
        return value;
    }

    public static int note(String tag, int value) {
        log(tag + " = " + value);
        return value;
    }

    public static long note(String tag, long value) {
        log(tag + " = " + value + "L");
        return value;
    }

    public static float note(String tag, float value) {
        log(tag + " = " + value + "F");
        return value;
    }

    public static double note(String tag, double value) {
        log(tag + " = " + value);
        return value;
    }

    public static <T> T note(String tag, T value) {
        log(tag + " = " + text(value)
                + (value == null ? "" : " : " + value.getClass().getSimpleName()));
        return value;
    }

    /** True the first times, then false for ever: what keeps a loop finite. */
    public static boolean tick() {
        return CURRENT.get().ticks-- > 0;
    }

    /** Runs {@code action} when the case is over. */
    public static void later(Runnable action) {
        CURRENT.get().later.add(action);
    }

    public static void runLater() {
        List<Runnable> actions = List.copyOf(CURRENT.get().later);
        for (Runnable action : actions) {
            try {
                action.run();
            } catch (RuntimeException e) {
                log(e);
            }
        }
    }

    /** Arrays by their elements; exceptions by type and message, cause and suppressed ones. */
    public static String text(Object value) {
        if (value instanceof Throwable error) return error(error);
        if (value != null && value.getClass().isArray()) {
            String inBrackets = Arrays.deepToString(new Object[] {value});
            return inBrackets.substring(1, inBrackets.length() - 1);
        }
        return Objects.toString(value);
    }

    private static String error(Throwable error) {
        var text = new StringBuilder(error.getClass().getName());
        if (!writtenByTheMachine(error)) text.append(": ").append(message(error));
        for (Throwable suppressed : error.getSuppressed()) {
            text.append(" [suppressed ").append(error(suppressed)).append(']');
        }
        if (error.getCause() != null && error.getCause() != error) {
            text.append(" [cause ").append(error(error.getCause())).append(']');
        }
        return text.toString();
    }

    /** Without the place of a generator, which only one of the worlds knows. */
    private static String message(Throwable error) {
        return String.valueOf(error.getMessage()).replaceFirst("^(async generator) .* (emitted while)", "$1 $2");
    }

    /** Whether the message may name local variables, class loaders or the depth of the stack. */
    private static boolean writtenByTheMachine(Throwable error) {
        return error instanceof NullPointerException
                || error instanceof ClassCastException
                || error instanceof ArrayStoreException
                || error instanceof VirtualMachineError;
    }

    /** The case writes without end, or has been given up. */
    public static final class Endless extends Error {
        private static final long serialVersionUID = 1;

        Endless() {
            super("more than " + LIMIT + " lines of trace");
        }
    }
}
