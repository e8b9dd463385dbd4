package dev.javait.processor.fuzz.world;

import dev.javait.processor.twin.support.Trace;

/** Functions for random bodies to call. */
public final class Calls {
    private Calls() {}

    public static <T> T second(Object first, T second) {
        Trace.log("second of " + Trace.text(first) + ", " + Trace.text(second));
        return second;
    }

    public static <T> T between(Object first, T second, Object third) {
        Trace.log("between " + Trace.text(first) + ", " + Trace.text(second) + ", " + Trace.text(third));
        return second;
    }

    @SafeVarargs
    public static <T> T last(T... values) {
        Trace.log("last of " + values.length);
        return values[values.length - 1];
    }

    public static int total(int... values) {
        int total = 0;
        for (int value : values) total += value;
        Trace.log("total " + total);
        return total;
    }

    public static String kind(Object value) {
        return "object";
    }

    public static String kind(int value) {
        return "int";
    }

    public static String kind(long value) {
        return "long";
    }

    public static String kind(Integer value) {
        return "Integer";
    }

    public static String kind(char value) {
        return "char";
    }

    public static String kind(double value) {
        return "double";
    }

    public static String kind(CharSequence value) {
        return "text";
    }
}
