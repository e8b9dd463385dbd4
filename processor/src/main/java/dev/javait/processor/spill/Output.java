package dev.javait.processor.spill;

import dev.javait.processor.model.Code;
import dev.javait.processor.model.Expr;
import dev.javait.processor.model.Jump;
import dev.javait.processor.model.Stmt;
import dev.javait.processor.model.Target;
import dev.javait.processor.model.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one statement becomes: the statements that must run first, then what is left of it. They share its line. */
final class Output {
    private final List<Stmt> statements = new ArrayList<>();
    private final int line;

    Output(int line) {
        this.line = line;
    }

    int line() {
        return line;
    }

    List<Stmt> statements() {
        return statements;
    }

    /** Everything so far, then {@code last}. */
    List<Stmt> with(Stmt last) {
        statements.add(last);
        return statements;
    }

    void add(Stmt statement) {
        statements.add(statement);
    }

    /** Adds what {@code expr} needs to run first; what remains of it must be evaluated right after that, once. */
    Expr.Opaque spill(Expr expr) {
        return expr.accept(new Expressions(this));
    }

    /** The value of {@code expr}, evaluated here and now; may be read at any time later. */
    Expr.Opaque keep(String hint, Expr expr) {
        Expr.Opaque rest = spill(expr);
        if (rest.stable()) return rest;
        Variable kept = Variable.temporary(hint, rest.type());
        add(new Stmt.Local(kept, rest, line));
        return value(kept);
    }

    /** {@code kept}, which nobody assigns any more. */
    static Expr.Opaque value(Variable kept) {
        return new Expr.Opaque(Code.use(kept), kept.type(), true);
    }

    /** {@code T target = expr;}. */
    void declare(Variable target, Expr written) {
        Expr expr = Shapes.bare(written);
        if (suspendsInto(target, expr)) return;
        if (expr instanceof Expr.Conditional choice && choosesInto(target, choice)) {
            add(new Stmt.Local(target, null, line));
            choose(target, choice);
        } else {
            add(new Stmt.Local(target, spill(written), line));
        }
    }

    /** {@code target = expr;}. */
    void assign(Variable target, Expr written) {
        Expr expr = Shapes.bare(written);
        if (suspendsInto(target, expr)) return;
        if (expr instanceof Expr.Conditional choice && choosesInto(target, choice)) {
            choose(target, choice);
        } else {
            add(new Stmt.Assign(target, spill(written), line));
        }
    }

    private static boolean choosesInto(Variable target, Expr.Conditional choice) {
        return Expressions.isTakenApart(choice) && choice.type().equals(target.type());
    }

    /** {@code if (condition) target = whenTrue; else target = whenFalse;}. */
    private void choose(Variable target, Expr.Conditional choice) {
        Expr.Opaque condition = spill(choice.condition());
        var whenTrue = new Output(choice.whenTrue().firstLine(line));
        whenTrue.assign(target, choice.whenTrue());
        var whenFalse = new Output(choice.whenFalse().firstLine(line));
        whenFalse.assign(target, choice.whenFalse());
        add(new Stmt.If(
                condition,
                whenTrue.toBlock(),
                whenFalse.toBlock(),
                condition.code().firstLine(line)));
    }

    /** {@code expr;}: its value is dropped. */
    void drop(Expr expr) {
        Stmt.Assign assignment = Shapes.assignment(expr, line);
        if (assignment != null) {
            assign(assignment.target(), assignment.value());
        } else if (expr instanceof Expr.Await await) {
            suspend(null, await);
        } else if (expr instanceof Expr.Compound compound) {
            new CompoundAssignment(compound, this).asStatement();
        } else {
            add(new Stmt.Evaluate(spill(expr), line));
        }
    }

    void suspend(@Nullable Variable result, Expr.Await await) {
        Expr.Opaque awaitable = spill(await.awaitable());
        add(new Stmt.Suspend(result, awaitable.code(), await.kind(), await.line()));
    }

    /** Goes on only if {@code condition} holds, and else jumps behind {@code otherwise}. */
    void require(Expr condition, Target otherwise) {
        jumpIf(condition, false, otherwise);
    }

    /** Whether jumps decide {@code condition} better than a variable: an await stands on the right of a short circuit. */
    static boolean needsJumps(Expr condition) {
        return Shapes.bare(condition) instanceof Expr.ShortCircuit pair
                && (!pair.right().isOpaque() || needsJumps(pair.left()));
    }

    /** Jumps behind {@code target} when {@code condition} is {@code wanted}; so a {@code &&} needs no variable. */
    private void jumpIf(Expr condition, boolean wanted, Target target) {
        if (Shapes.bare(condition) instanceof Expr.ShortCircuit pair && needsJumps(pair)) {
            if (pair.and() != wanted) {
                jumpIf(pair.left(), wanted, target);
                jumpIf(pair.right(), wanted, target);
            } else {
                Target decided = Target.statement(pair.and() ? "and" : "or");
                var both = new Output(line);
                both.jumpIf(pair.left(), !wanted, decided);
                both.jumpIf(pair.right(), wanted, target);
                add(new Stmt.Labeled(decided, both.toBlock(), line));
            }
            return;
        }
        Stmt jump = new Stmt.JumpTo(new Jump.Break(target), line);
        Stmt stay = new Stmt.Block(List.of(), line);
        Expr.Opaque rest = spill(condition);
        add(wanted ? new Stmt.If(rest, jump, null, line) : new Stmt.If(rest, stay, jump, line));
    }

    Stmt toBlock() {
        return statements.size() == 1 ? statements.get(0) : new Stmt.Block(statements, line);
    }

    /** An await needs no temporary if its value goes to {@code target} as it is, or unboxed. */
    private boolean suspendsInto(Variable target, Expr expr) {
        if (!(expr instanceof Expr.Await await) || !Boxes.fits(await.type(), target.type())) return false;
        suspend(target, await);
        return true;
    }
}
