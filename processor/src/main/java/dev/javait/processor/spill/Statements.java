package dev.javait.processor.spill;

import dev.javait.processor.model.Completion;
import dev.javait.processor.model.Expr;
import dev.javait.processor.model.Jump;
import dev.javait.processor.model.Stmt;
import dev.javait.processor.model.Target;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Each method gives what a statement becomes: its awaits first, then the statement without them. */
final class Statements implements Stmt.Visitor<List<Stmt>> {
    private static final Statements INSTANCE = new Statements();

    private Statements() {}

    static List<Stmt> all(List<Stmt> statements) {
        return statements.stream().flatMap(s -> s.accept(INSTANCE).stream()).toList();
    }

    static Stmt one(Stmt statement) {
        List<Stmt> statements = statement.accept(INSTANCE);
        return statements.size() == 1 ? statements.get(0) : new Stmt.Block(statements, statement.line());
    }

    private static @Nullable Stmt oneOrNone(@Nullable Stmt statement) {
        return statement == null ? null : one(statement);
    }

    @Override
    public List<Stmt> opaque(Stmt.Opaque s) {
        return List.of(s);
    }

    @Override
    public List<Stmt> block(Stmt.Block s) {
        return List.of(new Stmt.Block(all(s.statements()), s.line()));
    }

    @Override
    public List<Stmt> local(Stmt.Local s) {
        Expr initializer = s.initializer();
        if (initializer == null) return List.of(s);
        var out = new Output(s.line());
        out.declare(s.variable(), initializer);
        return out.statements();
    }

    @Override
    public List<Stmt> assign(Stmt.Assign s) {
        var out = new Output(s.line());
        out.assign(s.target(), s.value());
        return out.statements();
    }

    @Override
    public List<Stmt> evaluate(Stmt.Evaluate s) {
        var out = new Output(s.line());
        out.drop(s.expr());
        return out.statements();
    }

    @Override
    public List<Stmt> suspend(Stmt.Suspend s) {
        return List.of(s);
    }

    @Override
    public List<Stmt> branch(Stmt.If s) {
        if (Output.needsJumps(s.condition())) return branchByJumps(s);
        var out = new Output(s.line());
        Expr condition = out.spill(s.condition());
        return out.with(new Stmt.If(condition, one(s.then()), oneOrNone(s.otherwise()), s.line()));
    }

    /** {@code end: { else: { if (!…) break else; then; break end; } otherwise; }}. */
    private static List<Stmt> branchByJumps(Stmt.If s) {
        Target otherwise = Target.statement("else");
        var first = new Output(s.line());
        first.require(s.condition(), otherwise);
        first.add(one(s.then()));
        Stmt last = oneOrNone(s.otherwise());
        if (last == null) return List.of(new Stmt.Labeled(otherwise, first.toBlock(), s.line()));
        Target end = Target.statement("end");
        first.add(new Stmt.JumpTo(new Jump.Break(end), s.line()));
        Stmt either = new Stmt.Block(List.of(new Stmt.Labeled(otherwise, first.toBlock(), s.line()), last), s.line());
        return List.of(new Stmt.Labeled(end, either, s.line()));
    }

    @Override
    public List<Stmt> loop(Stmt.Loop s) {
        var prelude = new Output(s.line());
        all(s.prelude()).forEach(prelude::add);
        Expr condition = s.condition();
        if (condition != null && Output.needsJumps(condition)) {
            prelude.require(condition, s.target());
            condition = null;
        } else if (condition != null) {
            condition = prelude.spill(condition);
        }
        return List.of(new Stmt.Loop(
                s.target(), prelude.statements(), condition, one(s.body()), all(s.update()), s.testFirst(), s.line()));
    }

    @Override
    public List<Stmt> forEach(Stmt.ForEach s) {
        return ForEachLoop.plain(s).accept(this);
    }

    @Override
    public List<Stmt> labeled(Stmt.Labeled s) {
        return List.of(new Stmt.Labeled(s.target(), one(s.body()), s.line()));
    }

    @Override
    public List<Stmt> switchOver(Stmt.Switch s) {
        if (GuardedSwitch.isOne(s)) return all(List.of(GuardedSwitch.plain(s)));
        var out = new Output(s.line());
        Expr selector = out.spill(s.selector());
        List<Stmt.Case> cases = s.cases().stream()
                .map(c -> new Stmt.Case(c.labels(), c.bindings(), c.isDefault(), all(c.body()), c.line()))
                .toList();
        return out.with(new Stmt.Switch(s.target(), selector, cases, s.arrow(), s.missing(), s.line()));
    }

    @Override
    public List<Stmt> tryCatch(Stmt.Try s) {
        if (!s.resources().isEmpty()) return Resources.plain(s).accept(this);
        List<Stmt.Catch> catches = s.catches().stream()
                .map(c -> new Stmt.Catch(c.parameter(), c.types(), one(c.body()), c.line()))
                .toList();
        return List.of(new Stmt.Try(List.of(), one(s.body()), catches, oneOrNone(s.ending()), s.failure(), s.line()));
    }

    @Override
    public List<Stmt> jump(Stmt.JumpTo s) {
        return List.of(s);
    }

    @Override
    public List<Stmt> exit(Stmt.ExitWith s) {
        var out = new Output(s.line());
        if (s.kind() == Stmt.ExitKind.YIELD) {
            Target target = Objects.requireNonNull(s.target(), "a yield has a target");
            Expr.Opaque value = out.spill(s.operand());
            return out.with(new Stmt.JumpTo(new Jump.Yield(target, value.code()), s.line()));
        }
        Expr.Opaque operand = out.spill(s.operand());
        Completion completion = s.kind() == Stmt.ExitKind.RETURN_VALUE
                ? new Completion.Value(operand.code(), s.type())
                : new Completion.Tail(operand.code(), s.awaitKind(), s.type());
        return out.with(new Stmt.JumpTo(new Jump.Return(completion), s.line()));
    }

    @Override
    public List<Stmt> fail(Stmt.Throw s) {
        var out = new Output(s.line());
        return out.with(new Stmt.Throw(out.spill(s.operand()), s.line()));
    }

    @Override
    public List<Stmt> check(Stmt.Assert s) {
        return Assertion.plain(s).accept(this);
    }
}
