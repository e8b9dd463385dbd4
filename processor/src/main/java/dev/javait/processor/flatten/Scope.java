package dev.javait.processor.flatten;

import dev.javait.processor.model.Jump;
import dev.javait.processor.model.Label;
import dev.javait.processor.model.Target;
import org.jspecify.annotations.Nullable;

/** What jumps meet on their way out, innermost first. */
sealed interface Scope {
    @Nullable
    Scope parent();

    /**
     * A statement that jumps may name.
     *
     * @param onContinue null for what is no loop
     */
    record Named(
            @Nullable Scope parent,
            Target target,
            Label onBreak,
            @Nullable Label onContinue) implements Scope {}

    /** A {@code try} whose {@code finally} comes first. */
    record Protected(@Nullable Scope parent, Ending ending) implements Scope {}

    /** What {@code jump} becomes when it starts in {@code scope}, or outside of everything. */
    static Route route(@Nullable Scope scope, Jump jump) {
        for (Scope s = scope; s != null; s = s.parent()) {
            if (s instanceof Protected tried) return tried.ending().pend(jump);
            if (s instanceof Named named && named.target() == Jumps.target(jump)) return Route.to(named, jump);
        }
        if (jump instanceof Jump.Return leaving) return new Route.Out(leaving.completion());
        throw new IllegalStateException("jump out of the method: " + jump);
    }
}
