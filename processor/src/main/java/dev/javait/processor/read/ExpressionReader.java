package dev.javait.processor.read;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.javait.processor.diagnose.Message;
import dev.javait.processor.model.AwaitKind;
import dev.javait.processor.model.ClassName;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Expr;
import dev.javait.processor.model.Type;
import dev.javait.processor.tree.Parentheses;
import dev.javait.processor.tree.Words;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Expressions: opaque, or in the shape that says in which order their operands are evaluated. */
final class ExpressionReader {
    private final Body body;
    private final StatementReader statements;

    ExpressionReader(Body body, StatementReader statements) {
        this.body = body;
        this.statements = statements;
    }

    Expr read(TreePath path) {
        Bindings.declareIn(body, path);
        return readInner(path);
    }

    private Expr readInner(TreePath path) {
        return readInner(path, null);
    }

    /** @param first the left operand, if that has been read already */
    private Expr readInner(TreePath path, @Nullable Expr first) {
        Tree tree = path.getLeaf();
        var standIn = new DeadCode(body).standIn(path.getParentPath(), tree);
        if (standIn.isPresent()) return new Expr.Opaque(standIn.get(), type(path), true);
        if (tree instanceof ParenthesizedTree inner && BooleanContext.isLost(body, path))
            return readInner(new TreePath(path, inner.getExpression()));
        return BooleanContext.kept(body, path, body.awaits.in(tree) ? awaiting(path, tree, first) : opaque(path));
    }

    private Expr awaiting(TreePath path, Tree tree, @Nullable Expr first) {
        return switch (tree.getKind()) {
            case METHOD_INVOCATION -> invocation(path, (MethodInvocationTree) tree);
            case CONDITIONAL_AND, CONDITIONAL_OR -> shortCircuit(path, (BinaryTree) tree);
            case CONDITIONAL_EXPRESSION -> conditional(path, (ConditionalExpressionTree) tree);
            case SWITCH_EXPRESSION -> new Expr.Choice(statements.choice(path, (SwitchExpressionTree) tree), type(path));
            default ->
                tree instanceof CompoundAssignmentTree compound
                        ? compound(path, compound)
                        : strict(path, first != null ? first : leftmost(path));
        };
    }

    private Expr opaque(TreePath path) {
        return new Expr.Opaque(Splicer.code(body, path), type(path), Stability.isStable(body, path));
    }

    private Type type(TreePath path) {
        return body.typeReader.of(body.source.type(path));
    }

    private Expr invocation(TreePath path, MethodInvocationTree call) {
        var select = new TreePath(path, call.getMethodSelect());
        Optional<Words> word = Words.of(body.source.element(select)).filter(Words::suspends);
        if (word.isEmpty()) return strict(path, null);
        var awaited = new TreePath(path, call.getArguments().get(0));
        Expr operand = readInner(awaited);
        boolean emits = word.get() == Words.EMIT;
        AwaitKind kind = emits ? AwaitKind.EMIT : awaitKind(body.source.element(select));
        if (!emits) operand = new Witness(body).given(awaited, operand);
        return new Expr.Await(operand, kind, type(path), body.source.line(path.getLeaf()));
    }

    private AwaitKind awaitKind(@Nullable Element await) {
        TypeMirror parameter = ((ExecutableElement) Objects.requireNonNull(await))
                .getParameters()
                .get(0)
                .asType();
        TypeMirror stage = body.elements
                .getTypeElement("java.util.concurrent.CompletionStage")
                .asType();
        return body.types.isSameType(body.types.erasure(parameter), body.types.erasure(stage))
                ? AwaitKind.STAGE
                : AwaitKind.AWAITABLE;
    }

    private Expr shortCircuit(TreePath path, BinaryTree node) {
        return new Expr.ShortCircuit(
                node.getKind() == Tree.Kind.CONDITIONAL_AND,
                readInner(new TreePath(path, node.getLeftOperand())),
                readInner(new TreePath(path, node.getRightOperand())));
    }

    private Expr conditional(TreePath path, ConditionalExpressionTree node) {
        var condition = new TreePath(path, node.getCondition());
        return new Expr.Conditional(
                new Conversions(body).unboxed(condition, readInner(condition)),
                readChosen(new TreePath(path, node.getTrueExpression())),
                readChosen(new TreePath(path, node.getFalseExpression())),
                type(path));
    }

    private Expr readChosen(TreePath path) {
        return new SharedCaptures(body, path).chosen(readInner(path));
    }

    private Expr compound(TreePath path, CompoundAssignmentTree node) {
        TreePath place = Parentheses.inside(new TreePath(path, node.getVariable()));
        TypeMirror type = body.source.type(place);
        if (type == null) throw new Erroneous("an assignment without a type");
        String operator = Operators.ofCompound(node.getKind());
        Type castTo = new Conversions(body).oldValue(type, operator);
        return new Expr.Compound(
                Places.of(body, place, this::readInner),
                operator,
                readInner(new TreePath(path, node.getExpression())),
                castTo,
                type(path));
    }

    /** Whether {@code path} is the {@code outer} of {@code outer.new Inner(…)} or of {@code outer::method}: it may not be null, whatever comes next. */
    private static boolean isChecked(TreePath path) {
        if (Stability.isThis(path.getLeaf())) return false;
        Tree parent = path.getParentPath().getLeaf();
        return parent instanceof NewClassTree made && made.getEnclosingExpression() == path.getLeaf()
                || parent instanceof MemberReferenceTree;
    }

    private static Expr present(Expr value) {
        return LastArgument.of(Code.join(ClassName.of("java.util", "Objects"), ".requireNonNull("), value);
    }

    /** The left operand of {@code a + b + c + …}, which is as deep as it is long: read from the inside, and not by recursion. */
    private @Nullable Expr leftmost(TreePath path) {
        Deque<TreePath> lefts = new ArrayDeque<>();
        TreePath left = path;
        while (left.getLeaf() instanceof BinaryTree node) {
            left = new TreePath(left, node.getLeftOperand());
            if (!isStrict(left)) break;
            lefts.push(left);
        }
        Expr read = null;
        while (!lefts.isEmpty()) read = readInner(lefts.pop(), read);
        return read;
    }

    private boolean isStrict(TreePath path) {
        return path.getLeaf() instanceof BinaryTree node
                && node.getKind() != Tree.Kind.CONDITIONAL_AND
                && node.getKind() != Tree.Kind.CONDITIONAL_OR
                && body.awaits.in(node)
                && new DeadCode(body).standIn(path.getParentPath(), node).isEmpty();
    }

    private Expr strict(TreePath path, @Nullable Expr first) {
        Map<Tree, Expr> operands = new IdentityHashMap<>();
        List<TreePath> found = Operands.of(body, path);
        int last = body.awaits.last(found);
        var conversions = new Conversions(body);
        var captures = new SharedCaptures(body, path);
        captures.keep(found);
        var bounds = new LeastUpperBounds(body, path);
        for (int i = 0; i < found.size(); i++) {
            TreePath operand = found.get(i);
            Expr value = i == 0 && first != null ? first : readInner(operand);
            if (i < last && isChecked(operand)) value = present(value);
            if (i <= last || !TargetTyped.is(operand)) value = typed(operand, value, bounds, captures);
            operands.put(
                    operand.getLeaf(),
                    i < last ? conversions.atOnce(operand, value) : conversions.unboxed(operand, value));
        }
        if (operands.isEmpty()) {
            throw new Unsupported(
                    path.getLeaf(),
                    Message.UNSUPPORTED,
                    "await in this expression",
                    "assign what it awaits to a variable first");
        }
        Code typeArguments = new Inferred(body, path).typeArguments(found.subList(0, last + 1));
        return new Expr.Strict(Splicer.pieces(body, path, operands, typeArguments), type(path));
    }

    private static Expr typed(TreePath operand, Expr value, LeastUpperBounds bounds, SharedCaptures captures) {
        return bounds.taken(operand)
                .map(type -> captures.as(type, operand, value))
                .orElseGet(() -> captures.typed(operand, value));
    }
}
