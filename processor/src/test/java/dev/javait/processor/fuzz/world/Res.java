package dev.javait.processor.fuzz.world;

import dev.javait.processor.twin.support.Trace;

/** A resource that may fail when it is closed. */
public final class Res implements AutoCloseable {
    public final String name;
    private final boolean failing;

    public Res(String name, boolean failing) {
        Trace.log("open " + name);
        this.name = name;
        this.failing = failing;
    }

    @Override
    public void close() {
        Trace.log("close " + name);
        if (failing) throw new Oops("close " + name);
    }
}
