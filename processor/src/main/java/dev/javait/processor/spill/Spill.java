package dev.javait.processor.spill;

import dev.javait.processor.model.Stmt;

/**
 * The door of this room. Afterwards every await is a {@link Stmt.Suspend}, and every other expression in the tree is opaque;
 * there is no {@link Stmt.ForEach}, {@link Stmt.ExitWith} or {@link Stmt.Assert} left, no {@code try} with resources, and no
 * switch expression with a shape.
 *
 * <p>Three laws hold for everything in this room:
 *
 * <ol>
 *   <li>Side effects keep Java's order.
 *   <li>What is evaluated before a suspension is not read again after it: its value waits in a temporary.
 *   <li>The tree that comes in is never changed.
 * </ol>
 */
public final class Spill {
    private Spill() {}

    public static Stmt run(Stmt body) {
        return Statements.one(body);
    }
}
