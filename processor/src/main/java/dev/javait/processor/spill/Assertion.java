package dev.javait.processor.spill;

import dev.javait.processor.model.Code;
import dev.javait.processor.model.Expr;
import dev.javait.processor.model.Part;
import dev.javait.processor.model.RuntimeNames;
import dev.javait.processor.model.Stmt;
import dev.javait.processor.model.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code if (enabled) if (condition) {} else throw new AssertionError(detail);}. */
final class Assertion {
    private static final Type ERROR = Type.of(RuntimeNames.ASSERTION_ERROR);

    private Assertion() {}

    static Stmt plain(Stmt.Assert s) {
        int line = s.line();
        Expr enabled = new Expr.Opaque(s.enabled(), Type.BOOLEAN, false);
        Stmt test = new Stmt.If(
                s.condition(), new Stmt.Block(List.of(), line), new Stmt.Throw(error(s.detail()), line), line);
        return new Stmt.If(enabled, test, null, line);
    }

    private static Expr error(@Nullable Expr detail) {
        var name = new Part.ClassUse(RuntimeNames.ASSERTION_ERROR);
        if (detail == null) return new Expr.Opaque(Code.join("new ", name, "()"), ERROR, false);
        return new Expr.Strict(
                List.of(
                        new Expr.Fixed(Code.join("new ", name, "(")),
                        new Expr.Operand(detail),
                        new Expr.Fixed(Code.of(")"))),
                ERROR);
    }
}
