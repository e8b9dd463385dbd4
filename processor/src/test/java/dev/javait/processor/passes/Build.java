package dev.javait.processor.passes;

import dev.javait.processor.model.AwaitKind;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Completion;
import dev.javait.processor.model.Expr;
import dev.javait.processor.model.Jump;
import dev.javait.processor.model.Part;
import dev.javait.processor.model.Stmt;
import dev.javait.processor.model.Target;
import dev.javait.processor.model.Type;
import dev.javait.processor.model.Variable;
import java.util.ArrayList;
import java.util.List;

/** Short words for the model. */
final class Build {
    private Build() {}

    static Variable variable(String name, Type type) {
        return new Variable(name, type, Variable.Origin.LOCAL, false, false);
    }

    static Variable number(String name) {
        return variable(name, Type.INT);
    }

    static Variable object(String name) {
        return variable(name, Type.OBJECT);
    }

    static Expr code(Object... pieces) {
        return new Expr.Opaque(Code.join(pieces), Type.INT, false);
    }

    static Expr constant(String text) {
        return new Expr.Opaque(Code.of(text), Type.INT, true);
    }

    static Expr.Await await(Object... pieces) {
        return await(code(pieces), Type.INT);
    }

    static Expr.Await await(Expr operand, Type type) {
        return new Expr.Await(operand, AwaitKind.AWAITABLE, type, 1);
    }

    /** Text and operands, in order. */
    static Expr strict(Object... pieces) {
        var made = new ArrayList<Expr.Piece>();
        for (Object piece : pieces) {
            made.add(piece instanceof Expr expr ? new Expr.Operand(expr) : new Expr.Fixed(Code.join(piece)));
        }
        return new Expr.Strict(made, Type.INT);
    }

    static Stmt block(Stmt... statements) {
        return new Stmt.Block(List.of(statements), 1);
    }

    static Stmt run(Object... pieces) {
        return new Stmt.Opaque(Code.join(pieces), true, 1);
    }

    static Stmt local(Variable variable, Expr value) {
        return new Stmt.Local(variable, value, 1);
    }

    static Stmt eval(Expr expr) {
        return new Stmt.Evaluate(expr, 1);
    }

    static Stmt when(Expr condition, Stmt then) {
        return new Stmt.If(condition, then, null, 1);
    }

    static Stmt loop(Target target, Expr condition, Stmt... body) {
        return new Stmt.Loop(target, List.of(), condition, block(body), List.of(), true, 1);
    }

    static Stmt tryFinally(Stmt body, Stmt ending) {
        return new Stmt.Try(List.of(), body, List.of(), ending, 1);
    }

    static Stmt tryCatch(Stmt body, Variable parameter, Stmt handler) {
        var clause = new Stmt.Catch(parameter, List.of(parameter.type()), handler, 1);
        return new Stmt.Try(List.of(), body, List.of(clause), null, 1);
    }

    static Stmt jump(Jump jump) {
        return new Stmt.JumpTo(jump, 1);
    }

    static Jump returning(Object... pieces) {
        return new Jump.Return(new Completion.Value(Code.join(pieces), Types.INTEGER));
    }

    static Part.Use write(Variable variable) {
        return new Part.Use(variable, Part.Access.WRITE);
    }
}
