package dev.javait.processor.fuzz.world;

import dev.javait.processor.twin.support.Trace;

/** An object with fields for random bodies. */
public final class Node {
    public int number;
    public byte small;
    public String name;
    public Integer boxed;
    public Node next;

    public Node(int number, String name) {
        Trace.log("new Node " + number + " " + name);
        this.number = number;
        this.name = name;
    }

    /** This node, and a line in the trace. */
    public Node self() {
        Trace.log("self " + number);
        return this;
    }

    public int plus(int more) {
        Trace.log("plus " + more);
        return number + more;
    }

    @Override
    public String toString() {
        return "Node " + number + " " + name + " " + small + " " + boxed;
    }
}
