package dev.javait.processor.model;

import org.jspecify.annotations.Nullable;

/**
 * What a jump names: a loop, a switch, a labelled statement, or a switch expression that is taken apart. Compared by
 * identity.
 */
public final class Target {
    private final String label;
    private final @Nullable Variable result;

    private Target(String label, @Nullable Variable result) {
        this.label = label;
        this.result = result;
    }

    /** A statement; {@code label} is the user's label or a word for dumps. */
    public static Target statement(String label) {
        return new Target(label, null);
    }

    /** A switch expression, whose {@code yield} assigns {@code result}. */
    public static Target expression(Variable result) {
        return new Target("switch", result);
    }

    /** Where {@code yield} puts its value; null for statements. */
    public @Nullable Variable result() {
        return result;
    }

    @Override
    public String toString() {
        return label;
    }
}
