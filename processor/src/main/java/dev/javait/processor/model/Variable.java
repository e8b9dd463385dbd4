package dev.javait.processor.model;

/**
 * A local variable of the user's method or of the lowering: one object a declaration, however often its name occurs.
 * Compared by identity.
 */
public final class Variable {
    /** Where a variable comes from. */
    public enum Origin {
        /** A parameter of the user's method, or a variable that an async lambda captures: has its value from the start. */
        PARAMETER,
        /** Declared by the user: a local, a loop or resource variable, a catch parameter. */
        LOCAL,
        /** Bound by a pattern. */
        BINDING,
        /** Made by a pass. */
        TEMPORARY
    }

    private final String name;
    private final Type type;
    private final Origin origin;
    private final boolean inferred;
    private final boolean stable;

    /**
     * @param name the user's name, or a hint for a temporary; the emitter makes names unique
     * @param inferred whether the user wrote {@code var}
     * @param stable whether it is assigned once and for all where it is declared, so that reading it early or late is the same
     */
    public Variable(String name, Type type, Origin origin, boolean inferred, boolean stable) {
        this.name = name;
        this.type = type;
        this.origin = origin;
        this.inferred = inferred;
        this.stable = stable;
    }

    /** A temporary that a pass assigns exactly once on each way to its uses. */
    public static Variable temporary(String hint, Type type) {
        return new Variable(hint, type, Origin.TEMPORARY, false, true);
    }

    /** A variable of a pass that is assigned several times. */
    public static Variable slot(String hint, Type type) {
        return new Variable(hint, type, Origin.TEMPORARY, false, false);
    }

    public String name() {
        return name;
    }

    public Type type() {
        return type;
    }

    public Origin origin() {
        return origin;
    }

    public boolean inferred() {
        return inferred;
    }

    public boolean stable() {
        return stable;
    }

    @Override
    public String toString() {
        return name;
    }
}
