package dev.javait.processor.spill;

import dev.javait.processor.model.AwaitKind;
import dev.javait.processor.model.Expr;
import dev.javait.processor.model.Jump;
import dev.javait.processor.model.RuntimeNames;
import dev.javait.processor.model.Stmt;
import dev.javait.processor.model.Target;
import dev.javait.processor.model.Type;
import dev.javait.processor.model.Variable;
import java.util.List;

/** What happens on every way out of a block that something must be closed after. */
final class Closing {
    private Closing() {}

    /** {@code closed.close();}. */
    static Stmt plain(Variable closed, int line) {
        return new Stmt.Evaluate(Make.opaque(Type.VOID, closed, "." + RuntimeNames.CLOSE + "()"), line);
    }

    /** {@code await(closed.method());}. */
    static Stmt awaiting(Variable closed, String method, int line) {
        Expr call = Make.opaque(Type.OBJECT, closed, "." + method + "()");
        return new Stmt.Evaluate(new Expr.Await(call, AwaitKind.AWAITABLE, Type.OBJECT, line), line);
    }

    /**
     * JLS 14.20.3.1: what {@code close} fails with is suppressed beside the failure of the body, if there is one.
     *
     * <pre>
     * try { body } finally (failure) {
     *     if (guard) try { close } catch (Throwable late) {
     *         if (failure == null) throw late;
     *         failure.addSuppressed(late);
     *     }
     * }
     * </pre>
     */
    static Stmt after(Stmt body, Expr guard, Stmt close, int line) {
        Variable failure = Variable.slot("failure", Type.THROWABLE);
        Variable late = Variable.temporary("late", Type.THROWABLE);
        Stmt alone = new Stmt.If(
                Make.opaque(Type.BOOLEAN, failure, " == null"), new Stmt.Throw(Make.value(late), line), null, line);
        Stmt suppress = new Stmt.Evaluate(Make.opaque(Type.VOID, failure, ".addSuppressed(", late, ")"), line);
        Stmt beside = new Stmt.Block(List.of(alone, suppress), line);
        var handler = new Stmt.Catch(late, List.of(Type.THROWABLE), beside, line);
        Stmt closing = new Stmt.Try(List.of(), close, List.of(handler), null, line);
        return new Stmt.Try(List.of(), body, List.of(), new Stmt.If(guard, closing, null, line), failure, line);
    }

    /**
     * Python's {@code async with}: the scope sees what the body failed with, or null, and may swallow it; what {@code exit} itself
     * fails with takes its place.
     *
     * <pre>
     * swallowed: try { body } finally (failure) {
     *     if (guard) {
     *         Boolean swallow = await(scope.exit(failure));
     *         if (failure != null && Boolean.TRUE.equals(swallow)) break swallowed;
     *     }
     * }
     * </pre>
     */
    static Stmt exiting(Stmt body, Expr guard, Variable scope, int line) {
        Target swallowed = Target.statement("swallowed");
        Variable failure = Variable.slot("failure", Type.THROWABLE);
        Type type = Type.of(RuntimeNames.BOOLEAN);
        Variable swallow = Variable.temporary("swallow", type);
        Expr exit = Make.opaque(Type.OBJECT, scope, "." + RuntimeNames.EXIT + "(", failure, ")");
        Stmt ask = new Stmt.Local(swallow, new Expr.Await(exit, AwaitKind.AWAITABLE, type, line), line);
        Expr says = Make.opaque(Type.BOOLEAN, failure, " != null && ", type, ".TRUE.equals(", swallow, ")");
        Stmt leave = new Stmt.If(says, new Stmt.JumpTo(new Jump.Break(swallowed), line), null, line);
        Stmt ending = new Stmt.If(guard, new Stmt.Block(List.of(ask, leave), line), null, line);
        Stmt closed = new Stmt.Try(List.of(), body, List.of(), ending, failure, line);
        return new Stmt.Labeled(swallowed, closed, line);
    }
}
