package dev.javait.processor.read;

import dev.javait.processor.model.Code;
import dev.javait.processor.model.Expr;
import java.util.List;

/** Calls that are put around what the user wrote: they give the value that they are given. */
final class LastArgument {
    private static final Code END = Code.of(")");

    private LastArgument() {}

    /**
     * {@code value}, handed through a call.
     *
     * @param call up to that argument, {@code Objects.requireNonNull(}
     */
    static Expr of(Code call, Expr value) {
        return value instanceof Expr.Opaque opaque
                ? new Expr.Opaque(Code.join(call, opaque.code(), END), opaque.type(), false)
                : new Expr.Strict(
                        List.of(new Expr.Fixed(call), new Expr.Operand(value), new Expr.Fixed(END)), value.type());
    }
}
