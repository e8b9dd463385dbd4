package dev.javait.processor.read;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.diagnose.Message;
import dev.javait.processor.model.AwaitKind;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Completion;
import dev.javait.processor.model.Expr;
import dev.javait.processor.model.Jump;
import dev.javait.processor.model.Stmt;
import dev.javait.processor.model.Target;
import dev.javait.processor.model.Type;
import dev.javait.processor.model.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements of a block that is taken apart. */
final class StatementReader {
    private final Body body;
    private final ExpressionReader expressions;

    StatementReader(Body body) {
        this.body = body;
        this.expressions = new ExpressionReader(body, this);
    }

    ExpressionReader expressions() {
        return expressions;
    }

    Stmt block(TreePath path, List<? extends StatementTree> statements) {
        return new Stmt.Block(all(path, statements), body.source.line(path.getLeaf()));
    }

    List<Stmt> all(TreePath parent, List<? extends StatementTree> statements) {
        var read = new ArrayList<Stmt>();
        for (StatementTree statement : statements) {
            Stmt stmt = read(new TreePath(parent, statement));
            if (stmt != null) read.add(stmt);
        }
        return read;
    }

    /** Null for what leaves no trace: an empty statement, the declaration of a local class. */
    @Nullable
    Stmt read(TreePath path) {
        Tree tree = path.getLeaf();
        int line = body.source.line(tree);
        switch (tree.getKind()) {
            case CLASS, INTERFACE, ENUM, RECORD, ANNOTATION_TYPE, EMPTY_STATEMENT -> {
                return null;
            }
            case VARIABLE -> {
                return local(path, (VariableTree) tree, Variable.Origin.LOCAL);
            }
            case RETURN -> {
                return returned(path, (ReturnTree) tree);
            }
            case BREAK -> {
                return jumpOrOpaque(path, Jumps.of(body, path, (BreakTree) tree));
            }
            case CONTINUE -> {
                return jumpOrOpaque(path, Jumps.of(body, path, (ContinueTree) tree));
            }
            case YIELD -> {
                return yielded(path, (YieldTree) tree);
            }
            default -> {
                // what is generated has no text to take over
                return body.awaits.in(tree) || body.source.isGenerated(tree) ? shaped(path, line) : opaque(path);
            }
        }
    }

    /** A statement that must be there: an empty block where the user wrote none. */
    Stmt required(TreePath path) {
        Stmt stmt = path.getLeaf() instanceof BlockTree block && isPlain(block)
                ? block(path, block.getStatements())
                : read(path);
        return stmt != null ? stmt : new Stmt.Block(List.of(), body.source.line(path.getLeaf()));
    }

    /** Whether the block's braces keep nothing to themselves, so that what is generated reads better without them. */
    private static boolean isPlain(BlockTree block) {
        return block.getStatements().stream().allMatch(statement -> switch (statement.getKind()) {
            case EXPRESSION_STATEMENT, RETURN, BREAK, CONTINUE -> true;
            default -> false;
        });
    }

    private Stmt requiredOrNothing(TreePath parent, @Nullable StatementTree statement) {
        if (statement == null) return new Stmt.Block(List.of(), body.source.line(parent.getLeaf()));
        return required(new TreePath(parent, statement));
    }

    private Stmt opaque(TreePath path) {
        Bindings.declareIn(body, path);
        var statement = (StatementTree) path.getLeaf();
        Code code = Splicer.code(body, path);
        boolean inFor = statement instanceof ExpressionStatementTree
                && !body.source.text(statement).endsWith(";");
        return new Stmt.Opaque(
                inFor ? Code.join(code, ";") : code,
                Reachability.completes(body.source, path),
                body.source.line(statement));
    }

    private Stmt jumpOrOpaque(TreePath path, @Nullable Jump jump) {
        return jump == null ? opaque(path) : new Stmt.JumpTo(jump, body.source.line(path.getLeaf()));
    }

    private Stmt shaped(TreePath path, int line) {
        Tree tree = path.getLeaf();
        return switch (tree.getKind()) {
            case BLOCK -> block(path, ((BlockTree) tree).getStatements());
            case EXPRESSION_STATEMENT ->
                new Stmt.Evaluate(
                        expressions.read(new TreePath(path, ((ExpressionStatementTree) tree).getExpression())), line);
            case IF -> branch(path, (IfTree) tree);
            case WHILE_LOOP, DO_WHILE_LOOP, FOR_LOOP, ENHANCED_FOR_LOOP -> loop(path, Target.statement("loop"));
            case LABELED_STATEMENT -> labeled(path, (LabeledStatementTree) tree);
            case SWITCH -> switchOver(path, (SwitchTree) tree);
            case TRY -> new TryReader(body, this).read(path, (TryTree) tree);
            case THROW ->
                new Stmt.Throw(expressions.read(new TreePath(path, ((ThrowTree) tree).getExpression())), line);
            case ASSERT -> assertion(path, (AssertTree) tree);
            case SYNCHRONIZED -> monitor(path, (SynchronizedTree) tree);
            default ->
                throw body.source.isGenerated(tree)
                        ? Generated.unsupported(tree)
                        : new Unsupported(
                                tree,
                                Message.UNSUPPORTED,
                                "await in this kind of statement (" + tree.getKind() + ")",
                                "move the await in front of it");
        };
    }

    // declarations

    Stmt local(TreePath path, VariableTree node, Variable.Origin origin) {
        Variable variable = declare(path, node, origin);
        ExpressionTree initializer = node.getInitializer();
        Expr value = initializer == null ? null : initializer(variable, new TreePath(path, initializer));
        return new Stmt.Local(variable, value, body.source.line(node));
    }

    private Expr initializer(Variable variable, TreePath path) {
        Expr value = expressions.read(path);
        if (!(path.getLeaf() instanceof NewArrayTree array) || array.getType() != null) return value;
        Code prefix = Code.join("new ", variable.type(), " ");
        if (value instanceof Expr.Opaque opaque)
            return new Expr.Opaque(Code.join(prefix, opaque.code()), opaque.type(), false);
        var pieces = new ArrayList<Expr.Piece>(((Expr.Strict) value).pieces());
        pieces.add(0, new Expr.Fixed(prefix));
        return new Expr.Strict(pieces, value.type());
    }

    Variable declare(TreePath path, VariableTree node, Variable.Origin origin) {
        var element = body.source.element(path);
        if (element == null) throw new Erroneous("a variable without an element");
        Type type = body.typeReader.of(element.asType());
        boolean inferred = !body.source.written(node.getType());
        boolean stable = body.assignments.never(element);
        Variable variable = node.getName().isEmpty()
                ? new Variable("unnamed", type, Variable.Origin.TEMPORARY, inferred, stable)
                : new Variable(node.getName().toString(), type, origin, inferred, stable);
        return body.declare(element, variable);
    }

    // control flow

    private Stmt branch(TreePath path, IfTree node) {
        var dead = new DeadCode(body);
        if (dead.isTrue(path, node.getCondition())) return required(new TreePath(path, node.getThenStatement()));
        if (dead.isFalse(path, node.getCondition())) return requiredOrNothing(path, node.getElseStatement());
        Expr condition = expressions.read(new TreePath(path, node.getCondition()));
        Stmt then = required(new TreePath(path, node.getThenStatement()));
        Stmt otherwise = node.getElseStatement() == null ? null : required(new TreePath(path, node.getElseStatement()));
        return new Stmt.If(condition, then, otherwise, body.source.line(node));
    }

    private Stmt labeled(TreePath path, LabeledStatementTree node) {
        Target target =
                body.declareTarget(node, Target.statement(node.getLabel().toString()));
        var inner = new TreePath(path, node.getStatement());
        if (Jumps.isLoop(node.getStatement())) return loop(inner, target);
        return new Stmt.Labeled(target, required(inner), body.source.line(node));
    }

    /** {@code lock = …; synchronized (lock) block}: the lock is there before the monitor, in which nothing awaits. */
    private Stmt monitor(TreePath path, SynchronizedTree node) {
        int line = body.source.line(node);
        Expr lock = expressions.read(new TreePath(path, node.getExpression()));
        Variable kept = Variable.temporary("lock", lock.type());
        Code block = Splicer.code(body, new TreePath(path, node.getBlock()));
        Stmt held = new Stmt.Opaque(
                Code.join("synchronized (", kept, ") ", block),
                Reachability.completes(body.source, new TreePath(path, node.getBlock())),
                line);
        return new Stmt.Block(List.of(new Stmt.Local(kept, lock, line), held), line);
    }

    private Stmt loop(TreePath path, Target target) {
        Tree tree = path.getLeaf();
        body.declareTarget(tree, target);
        int line = body.source.line(tree);
        if (tree instanceof WhileLoopTree node) {
            Expr condition = condition(path, node.getCondition());
            return new Stmt.Loop(
                    target,
                    List.of(),
                    condition,
                    required(new TreePath(path, node.getStatement())),
                    List.of(),
                    true,
                    line);
        }
        if (tree instanceof DoWhileLoopTree node) {
            Expr condition = condition(path, node.getCondition());
            return new Stmt.Loop(
                    target,
                    List.of(),
                    condition,
                    required(new TreePath(path, node.getStatement())),
                    List.of(),
                    false,
                    body.source.line(node.getCondition()));
        }
        if (tree instanceof ForLoopTree node) return forLoop(path, node, target);
        return new ForEachReader(body, this).read(path, (EnhancedForLoopTree) tree, target);
    }

    private @Nullable Expr condition(TreePath path, @Nullable ExpressionTree condition) {
        if (condition == null) return null;
        var conditionPath = new TreePath(path, condition);
        return Constants.isTrue(body.source, conditionPath) ? null : expressions.read(conditionPath);
    }

    private Stmt forLoop(TreePath path, ForLoopTree node, Target target) {
        int line = body.source.line(node);
        var statements = new ArrayList<>(all(path, node.getInitializer()));
        Expr condition = condition(path, node.getCondition());
        Stmt inner = required(new TreePath(path, node.getStatement()));
        List<Stmt> update = all(path, node.getUpdate());
        statements.add(new Stmt.Loop(target, List.of(), condition, inner, update, true, line));
        return new Stmt.Block(statements, line);
    }

    private Stmt switchOver(TreePath path, SwitchTree node) {
        Target target = body.declareTarget(node, Target.statement("switch"));
        boolean matches = Labels.areExhaustive(body.source, new TreePath(path, node.getExpression()), node.getCases());
        Code missing = matches ? Code.EMPTY : null;
        return new SwitchReader(body, this).read(path, target, node.getExpression(), node.getCases(), missing);
    }

    Stmt.Switch choice(TreePath path, SwitchExpressionTree node) {
        Type type = body.typeReader.of(body.source.type(path));
        Target target = body.declareTarget(node, Target.expression(Variable.temporary("chosen", type)));
        boolean matches = Labels.areExhaustive(body.source, new TreePath(path, node.getExpression()), node.getCases());
        Code missing = matches ? Code.EMPTY : Code.of("throw new IncompatibleClassChangeError();");
        return new SwitchReader(body, this).read(path, target, node.getExpression(), node.getCases(), missing);
    }

    private Stmt assertion(TreePath path, AssertTree node) {
        Code enabled = Code.join(body.names.of(body.owner), ".class.desiredAssertionStatus()");
        Expr detail = node.getDetail() == null ? null : expressions.read(new TreePath(path, node.getDetail()));
        return new Stmt.Assert(
                enabled, expressions.read(new TreePath(path, node.getCondition())), detail, body.source.line(node));
    }

    // ways out

    private Stmt returned(TreePath path, ReturnTree node) {
        int line = body.source.line(node);
        ExpressionTree operand = node.getExpression();
        if (operand == null || !body.awaits.in(operand)) {
            if (operand != null) Bindings.declareIn(body, new TreePath(path, operand));
            Completion completion =
                    Completions.of(body, path, operand, tree -> Splicer.code(body, TreePath.getPath(path, tree)));
            return new Stmt.JumpTo(new Jump.Return(completion), line);
        }
        if (body.lambdaResult != null) return value(new TreePath(path, operand), body.lambdaResult, line);
        var done = Completions.doneCall(body, new TreePath(path, operand));
        if (done.isPresent()) {
            var call = (com.sun.source.tree.MethodInvocationTree) done.get().getLeaf();
            var argument = new TreePath(done.get(), call.getArguments().get(0));
            return value(argument, Completions.doneType(body, done.get()), line);
        }
        var operandPath = new TreePath(path, operand);
        return new Stmt.ExitWith(
                Stmt.ExitKind.RETURN_TAIL,
                null,
                new Witness(body).given(operandPath, expressions.read(operandPath)),
                Completions.tailType(body, operandPath),
                Completions.awaitKind(body, operandPath),
                line);
    }

    /** {@code return done(value);}, or the {@code return value;} of an async lambda. */
    Stmt value(TreePath value, Type boxed, int line) {
        Type type = Completions.valueType(body, value, boxed);
        Expr operand = expressions.read(value);
        if (operand instanceof Expr.Opaque opaque) {
            return new Stmt.JumpTo(new Jump.Return(new Completion.Value(opaque.code(), type)), line);
        }
        return new Stmt.ExitWith(Stmt.ExitKind.RETURN_VALUE, null, operand, type, AwaitKind.AWAITABLE, line);
    }

    private Stmt yielded(TreePath path, YieldTree node) {
        Target target = Jumps.target(body, path, node);
        if (target == null) return opaque(path);
        return yieldTo(target, new TreePath(path, node.getValue()), body.source.line(node));
    }

    /** {@code yield value;} for the switch expression {@code target}. */
    Stmt yieldTo(Target target, TreePath value, int line) {
        Expr operand = new SharedCaptures(body, value).chosen(expressions.read(value));
        if (operand instanceof Expr.Opaque opaque) return new Stmt.JumpTo(new Jump.Yield(target, opaque.code()), line);
        Variable result = target.result();
        Type type = result == null ? operand.type() : result.type();
        return new Stmt.ExitWith(Stmt.ExitKind.YIELD, target, operand, type, AwaitKind.AWAITABLE, line);
    }
}
