package dev.javait.processor.spill;

import dev.javait.processor.model.Code;
import dev.javait.processor.model.Expr;
import dev.javait.processor.model.Stmt;
import dev.javait.processor.model.Type;
import dev.javait.processor.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Leaves of an expression what holds no await. Each method gives that rest; what must run first goes to the output. Nothing may
 * come between the two, for the rest may still have side effects.
 */
final class Expressions implements Expr.Visitor<Expr.Opaque> {
    private final Output out;

    Expressions(Output out) {
        this.out = out;
    }

    /** Whether an await stands in one of the branches, so that only an {@code if} can choose between them. */
    static boolean isTakenApart(Expr.Conditional e) {
        return !e.whenTrue().isOpaque() || !e.whenFalse().isOpaque();
    }

    @Override
    public Expr.Opaque opaque(Expr.Opaque e) {
        return e;
    }

    @Override
    public Expr.Opaque await(Expr.Await e) {
        if (e.type().kind() == Type.Kind.VOID) {
            out.suspend(null, e);
            return new Expr.Opaque(Code.EMPTY, Type.VOID, true);
        }
        Variable awaited = Variable.temporary("awaited", e.type());
        out.suspend(awaited, e);
        return Output.value(awaited);
    }

    /**
     * Operands before the last await are evaluated before it, so their values must wait. That await's own operand is what
     * Java evaluates next, so its rest stays where it is; what comes after it has not been reached yet.
     */
    @Override
    public Expr.Opaque strict(Expr.Strict e) {
        int last = lastAwait(e.operands());
        var code = new ArrayList<Object>();
        int index = 0;
        for (Expr.Piece piece : e.pieces()) {
            if (piece instanceof Expr.Operand operand) {
                Expr expr = operand.expr();
                code.add((index < last ? out.keep("value", expr) : out.spill(expr)).code());
                index++;
            } else if (piece instanceof Expr.Fixed fixed) {
                code.add(fixed.code());
            }
        }
        return new Expr.Opaque(Code.join(code.toArray()), e.type(), false);
    }

    private static int lastAwait(List<Expr> operands) {
        int last = operands.size() - 1;
        while (last >= 0 && operands.get(last).isOpaque()) {
            last--;
        }
        return last;
    }

    /** {@code boolean test = left; if (test) test = right;}, the other way round for {@code ||}. */
    @Override
    public Expr.Opaque shortCircuit(Expr.ShortCircuit e) {
        Expr.Opaque left = out.spill(e.left());
        if (e.right() instanceof Expr.Opaque right) {
            Code both = Code.join("(", left.code(), e.and() ? " && " : " || ", right.code(), ")");
            return new Expr.Opaque(both, Type.BOOLEAN, false);
        }
        Variable test = Variable.slot("test", Type.BOOLEAN);
        out.declare(test, left);
        var further = new Output(out.line());
        further.assign(test, e.right());
        Stmt nothing = new Stmt.Block(List.of(), out.line());
        Expr undecided = Output.value(test);
        out.add(
                e.and()
                        ? new Stmt.If(undecided, further.toBlock(), null, out.line())
                        : new Stmt.If(undecided, nothing, further.toBlock(), out.line()));
        return Output.value(test);
    }

    @Override
    public Expr.Opaque conditional(Expr.Conditional e) {
        if (isTakenApart(e)) {
            Variable chosen = Variable.temporary("chosen", e.type());
            out.declare(chosen, e);
            return Output.value(chosen);
        }
        Expr.Opaque condition = out.spill(e.condition());
        Expr.Opaque whenTrue = out.spill(e.whenTrue());
        Expr.Opaque whenFalse = out.spill(e.whenFalse());
        Code all = Code.join("(", condition.code(), " ? ", whenTrue.code(), " : ", whenFalse.code(), ")");
        // of a Boolean or an Integer it could be that there is none
        boolean unboxes = condition.type().isReference() || !e.type().isReference();
        boolean stable = !unboxes && condition.stable() && whenTrue.stable() && whenFalse.stable();
        return new Expr.Opaque(all, e.type(), stable);
    }

    @Override
    public Expr.Opaque compound(Expr.Compound e) {
        return new Expr.Opaque(new CompoundAssignment(e, out).asValue(), e.type(), false);
    }

    /** The switch as a statement; its yields have put the value into the variable of its target. */
    @Override
    public Expr.Opaque choice(Expr.Choice e) {
        Variable result = Objects.requireNonNull(e.choice().target().result(), "a switch expression has a result");
        out.add(new Stmt.Local(result, null, out.line()));
        Statements.all(List.of(e.choice())).forEach(out::add);
        return Output.value(result);
    }
}
