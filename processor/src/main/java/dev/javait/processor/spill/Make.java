package dev.javait.processor.spill;

import dev.javait.processor.model.Code;
import dev.javait.processor.model.Expr;
import dev.javait.processor.model.Type;
import dev.javait.processor.model.Variable;

/** Expressions that the user did not write. */
final class Make {
    private Make() {}

    /** {@code pieces} as {@link Code#join} takes them; to be evaluated where it stands. */
    static Expr.Opaque opaque(Type type, Object... pieces) {
        return new Expr.Opaque(Code.join(pieces), type, false);
    }

    static Expr.Opaque value(Variable variable) {
        return new Expr.Opaque(Code.use(variable), variable.type(), variable.stable());
    }
}
