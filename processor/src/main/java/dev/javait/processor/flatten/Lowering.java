package dev.javait.processor.flatten;

import dev.javait.processor.model.Code;
import dev.javait.processor.model.Completion;
import dev.javait.processor.model.Expr;
import dev.javait.processor.model.Flow;
import dev.javait.processor.model.Jump;
import dev.javait.processor.model.Label;
import dev.javait.processor.model.Part;
import dev.javait.processor.model.Stmt;
import dev.javait.processor.model.Type;
import dev.javait.processor.model.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes each statement as blocks and jumps. */
final class Lowering implements Stmt.Visitor<Void> {
    private final Assembler out = new Assembler();
    private @Nullable Scope scope;

    private Lowering() {}

    static Assembler.Draft run(Stmt body) {
        var lowering = new Lowering();
        lowering.lower(body);
        lowering.out.leave(new Completion.Nothing());
        return lowering.out.finish();
    }

    private void lower(Stmt statement) {
        out.at(statement.line());
        statement.accept(this);
    }

    private void lower(List<Stmt> statements) {
        statements.forEach(this::lower);
    }

    /** The only way to open a scope. */
    private void within(Scope inner, Runnable code) {
        Scope outer = scope;
        scope = inner;
        code.run();
        scope = outer;
    }

    private void jump(Jump jump) {
        if (out.isReachable()) Scope.route(scope, jump).write(out);
    }

    @Override
    public Void opaque(Stmt.Opaque s) {
        if (!out.isReachable()) return null;
        out.run(jumpsIn(s.code()));
        if (!s.completes()) out.unreachable();
        return null;
    }

    /** The user's jumps out of {@code code}, sent on their ways. */
    private Code jumpsIn(Code code) {
        return code.map(part ->
                part instanceof Part.Exit exit ? Scope.route(scope, exit.jump()).part(exit.stopped()) : part);
    }

    @Override
    public Void block(Stmt.Block s) {
        lower(s.statements());
        return null;
    }

    @Override
    public Void local(Stmt.Local s) {
        if (s.initializer() == null) out.declare(s.variable());
        else out.assign(s.variable(), code(s.initializer()), true);
        return null;
    }

    @Override
    public Void assign(Stmt.Assign s) {
        out.assign(s.target(), code(s.value()), false);
        return null;
    }

    @Override
    public Void evaluate(Stmt.Evaluate s) {
        Code code = code(s.expr());
        if (!code.parts().isEmpty()) out.run(Code.join(code, ";"));
        return null;
    }

    @Override
    public Void suspend(Stmt.Suspend s) {
        out.suspend(s.result(), s.awaitable(), s.kind());
        return null;
    }

    @Override
    public Void branch(Stmt.If s) {
        var otherwise = new Label("else");
        var end = new Label("end");
        out.jumpUnless(code(s.condition()), otherwise);
        lower(s.then());
        out.jump(end);
        out.bind(otherwise);
        if (s.otherwise() != null) lower(s.otherwise());
        out.bind(end);
        return null;
    }

    @Override
    public Void loop(Stmt.Loop s) {
        return s.testFirst() ? whileLoop(s) : doLoop(s);
    }

    private Void whileLoop(Stmt.Loop s) {
        var start = new Label("loop");
        var next = new Label("continue");
        var end = new Label("end");
        out.bind(start);
        within(new Scope.Named(scope, s.target(), end, next), () -> {
            lower(s.prelude());
            if (s.condition() != null) {
                out.at(code(s.condition()).firstLine(s.line()));
                out.jumpUnless(code(s.condition()), end);
            }
            lower(s.body());
            out.bind(next);
            lower(s.update());
        });
        out.jump(start);
        out.bind(end);
        return null;
    }

    private Void doLoop(Stmt.Loop s) {
        var start = new Label("loop");
        var next = new Label("continue");
        var end = new Label("end");
        out.bind(start);
        within(new Scope.Named(scope, s.target(), end, next), () -> {
            lower(s.body());
            out.bind(next);
            lower(s.update());
            out.at(s.line());
            lower(s.prelude());
            if (s.condition() != null) out.jumpUnless(code(s.condition()), end);
        });
        out.jump(start);
        out.bind(end);
        return null;
    }

    @Override
    public Void labeled(Stmt.Labeled s) {
        var end = new Label("end");
        within(new Scope.Named(scope, s.target(), end, null), () -> lower(s.body()));
        out.bind(end);
        return null;
    }

    @Override
    public Void switchOver(Stmt.Switch s) {
        var end = new Label("end");
        var arms = new ArrayList<Flow.Arm>();
        boolean hasDefault = false;
        for (Stmt.Case c : s.cases()) {
            arms.add(new Flow.Arm(c.labels(), c.bindings(), new Label("case")));
            hasDefault |= c.isDefault();
        }
        Label otherwise = hasDefault || s.missing() != null ? null : end;
        out.dispatch(code(s.selector()), arms, otherwise, s.missing());
        within(new Scope.Named(scope, s.target(), end, null), () -> {
            for (int i = 0; i < arms.size(); i++) {
                out.bind(arms.get(i).label());
                lower(s.cases().get(i).body());
                if (s.arrow()) out.jump(end);
            }
        });
        out.bind(end);
        return null;
    }

    @Override
    public Void tryCatch(Stmt.Try s) {
        if (!s.resources().isEmpty()) throw notSpilled(s);
        if (s.ending() == null) tryWithCatches(s);
        else tryWithFinally(s, s.ending());
        return null;
    }

    /** {@code catch} bodies stand outside of the {@code try}, but within its {@code finally}. */
    private void tryWithFinally(Stmt.Try s, Stmt block) {
        var next = new Label("next");
        Variable failure = s.failure() == null ? Variable.slot("failure", Type.THROWABLE) : s.failure();
        var ending = new Ending(failure);
        out.within(
                ending.region(),
                () -> within(new Scope.Protected(scope, ending), () -> {
                    if (s.catches().isEmpty()) lower(s.body());
                    else tryWithCatches(s);
                }));
        ending.pendNormal(out, next);
        ending.writeEntry(out);
        lower(block);
        ending.writeExit(out, scope);
        out.bind(next);
    }

    private void tryWithCatches(Stmt.Try s) {
        var handling = new Handling(s.catches());
        var end = new Label("end");
        out.within(handling.region(), () -> lower(s.body()));
        out.jump(end);
        handling.write(out, this::lower, end);
        out.bind(end);
    }

    @Override
    public Void jump(Stmt.JumpTo s) {
        out.stop();
        jump(s.jump());
        return null;
    }

    @Override
    public Void fail(Stmt.Throw s) {
        out.fail(code(s.operand()));
        return null;
    }

    @Override
    public Void forEach(Stmt.ForEach s) {
        throw notSpilled(s);
    }

    @Override
    public Void exit(Stmt.ExitWith s) {
        throw notSpilled(s);
    }

    @Override
    public Void check(Stmt.Assert s) {
        throw notSpilled(s);
    }

    private static Code code(Expr expr) {
        if (expr instanceof Expr.Opaque opaque) return opaque.code();
        throw notSpilled(expr);
    }

    private static IllegalStateException notSpilled(Object shape) {
        return new IllegalStateException("spill left this behind: " + shape);
    }
}
