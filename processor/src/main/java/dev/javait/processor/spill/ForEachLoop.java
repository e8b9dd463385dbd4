package dev.javait.processor.spill;

import dev.javait.processor.model.AwaitKind;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Expr;
import dev.javait.processor.model.Jump;
import dev.javait.processor.model.Part;
import dev.javait.processor.model.RuntimeNames;
import dev.javait.processor.model.Stmt;
import dev.javait.processor.model.Type;
import dev.javait.processor.model.Variable;
import java.util.List;

/** The enhanced {@code for} as the plain loop that JLS 14.14.2 says it is; each round declares the loop's variable anew. */
final class ForEachLoop {
    private final Stmt.ForEach loop;
    private final int line;

    private ForEachLoop(Stmt.ForEach loop) {
        this.loop = loop;
        this.line = loop.line();
    }

    static Stmt plain(Stmt.ForEach loop) {
        var plain = new ForEachLoop(loop);
        return switch (loop.source()) {
            case ARRAY -> plain.overArray();
            case ITERABLE -> plain.overIterable();
            case ASYNC -> plain.overAsync();
        };
    }

    /** {@code T[] array = over; for (int index = 0; index < array.length; index++) { T x = array[index]; body }}. */
    private Stmt overArray() {
        Variable array = Variable.temporary("array", loop.iteratorType());
        Variable index = Variable.slot("index", Type.INT);
        Expr length = Make.opaque(Type.BOOLEAN, index, " < ", array, ".length");
        Expr element = Make.opaque(loop.elementType(), array, "[", index, "]");
        Expr next = Make.opaque(Type.INT, new Part.Use(index, Part.Access.READ_WRITE), "++");
        return new Stmt.Block(
                List.of(
                        new Stmt.Local(array, loop.over(), line),
                        new Stmt.Local(index, Make.opaque(Type.INT, "0"), line),
                        round(length, element, List.of(new Stmt.Evaluate(next, line)))),
                line);
    }

    /** {@code Iterator<T> iterator = over.iterator(); while (iterator.hasNext()) { T x = (T) iterator.next(); body }}. */
    private Stmt overIterable() {
        Variable iterator = Variable.temporary("iterator", loop.iteratorType());
        Expr more = Make.opaque(Type.BOOLEAN, iterator, ".hasNext()");
        Expr element = element(iterator, ".next()");
        return new Stmt.Block(
                List.of(new Stmt.Local(iterator, iteratorOf(loop.over()), line), round(more, element, List.of())),
                line);
    }

    /**
     * A loop that closes its iterator when it is left early: in any way before the iterator said that there is no more. So it is closed too when waiting for the
     * next element is cancelled.
     *
     * <pre>
     * AsyncIterator&lt;T&gt; iterator = over.iterator();
     * boolean early = true;
     * try {
     *     for (;;) {
     *         early = await(iterator.moveNext());
     *         if (!early) break;
     *         T x = iterator.current();
     *         body
     *     }
     * } finally {
     *     if (early) await(iterator.close());
     * }
     * </pre>
     */
    private Stmt overAsync() {
        Variable iterator = Variable.temporary("iterator", loop.iteratorType());
        Variable early = Variable.slot("early", Type.BOOLEAN);
        Expr moved = new Expr.Await(
                Make.opaque(Type.OBJECT, iterator, "." + RuntimeNames.MOVE_NEXT + "()"),
                AwaitKind.AWAITABLE,
                Type.of(RuntimeNames.BOOLEAN),
                line);
        Expr element = element(iterator, "." + RuntimeNames.CURRENT + "()");
        Stmt close = Closing.awaiting(iterator, RuntimeNames.CLOSE, line);
        return new Stmt.Block(
                List.of(
                        new Stmt.Local(iterator, iteratorOf(loop.over()), line),
                        new Stmt.Local(early, Make.opaque(Type.BOOLEAN, "true"), line),
                        Closing.after(asyncRounds(moved, early, element), Make.value(early), close, line)),
                line);
    }

    private Stmt asyncRounds(Expr moved, Variable early, Expr element) {
        Stmt move = new Stmt.Assign(early, moved, line);
        Stmt leave = new Stmt.If(
                Make.opaque(Type.BOOLEAN, "!", early),
                new Stmt.JumpTo(new Jump.Break(loop.target()), line),
                null,
                line);
        Stmt declare = new Stmt.Local(loop.variable(), element, line);
        Stmt body = new Stmt.Block(List.of(move, leave, declare, loop.body()), line);
        return new Stmt.Loop(loop.target(), List.of(), null, body, List.of(), true, line);
    }

    private Expr element(Variable iterator, String call) {
        Type type = loop.elementType();
        return type.equals(Type.OBJECT)
                ? Make.opaque(type, iterator, call)
                : Make.opaque(type, "(", type, ") ", iterator, call);
    }

    private Stmt round(Expr more, Expr element, List<Stmt> update) {
        Stmt body = new Stmt.Block(List.of(new Stmt.Local(loop.variable(), element, line), loop.body()), line);
        return new Stmt.Loop(loop.target(), List.of(), more, body, update, true, line);
    }

    /** {@code over.iterator()}. */
    private Expr iteratorOf(Expr over) {
        if (over instanceof Expr.Opaque opaque) {
            return Make.opaque(loop.iteratorType(), Precedence.asReceiver(opaque.code()), ".iterator()");
        }
        return new Expr.Strict(
                List.of(new Expr.Fixed(Code.of("(")), new Expr.Operand(over), new Expr.Fixed(Code.of(").iterator()"))),
                loop.iteratorType());
    }
}
