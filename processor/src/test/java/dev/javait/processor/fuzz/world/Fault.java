package dev.javait.processor.fuzz.world;

import dev.javait.processor.twin.support.Trace;

/** The checked exception of random bodies. */
public final class Fault extends Exception {
    private static final long serialVersionUID = 1;

    public Fault(Object message) {
        super(String.valueOf(message));
    }

    /** Throws if {@code really}. */
    public static void maybe(String tag, boolean really) throws Fault {
        Trace.log("fault? " + tag);
        if (really) throw new Fault(tag);
    }
}
