package dev.javait.processor.read;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Expr;
import dev.javait.processor.model.RuntimeNames;
import dev.javait.processor.tree.OwnSearch;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/**
 * Tells a condition that it is one. In {@code if (get())} that is all by which {@code <T> T get()} gives a Boolean, and in {@code if (!get())}, as
 * generated code may have it, it is none.
 */
final class BooleanContext {
    private static final Code CALL = Code.join(RuntimeNames.BOOLEAN, ".logicalOr(false, ");

    private BooleanContext() {}

    /** {@code value}, which is read from {@code path}. */
    static Expr kept(Body body, TreePath path, Expr value) {
        // what chooses by an await has told its parts
        boolean isWhole = value instanceof Expr.Opaque
                || value instanceof Expr.Strict && path.getLeaf() instanceof MethodInvocationTree;
        return isWhole && isLost(body, path) ? LastArgument.of(CALL, value) : value;
    }

    /** Whether {@code path} is a condition that would not be one by itself. */
    static boolean isLost(Body body, TreePath path) {
        return isCondition(path) && isGivenType(body, path);
    }

    /** Whether nothing but a condition is made of the value of {@code path}. */
    private static boolean isCondition(TreePath path) {
        if (path.getParentPath() == null) return false;
        Tree tree = path.getLeaf();
        Tree parent = path.getParentPath().getLeaf();
        if (parent instanceof ParenthesizedTree) return isCondition(path.getParentPath());
        if (parent instanceof ConditionalExpressionTree choice)
            return choice.getCondition() == tree || isCondition(path.getParentPath());
        if (parent instanceof CaseTree guarded) return Guards.of(guarded) == tree;
        return parent instanceof IfTree test && test.getCondition() == tree
                || parent instanceof WhileLoopTree loop && loop.getCondition() == tree
                || parent instanceof DoWhileLoopTree repeat && repeat.getCondition() == tree
                || parent instanceof ForLoopTree count && count.getCondition() == tree
                || parent instanceof AssertTree claim && claim.getCondition() == tree;
    }

    /** Whether {@code path} has its type from where it stands. */
    private static boolean isGivenType(Body body, TreePath path) {
        Tree tree = path.getLeaf();
        if (tree instanceof ParenthesizedTree inner)
            return isGivenType(body, new TreePath(path, inner.getExpression()));
        if (tree instanceof ConditionalExpressionTree choice)
            return isGivenType(body, new TreePath(path, choice.getTrueExpression()))
                    || isGivenType(body, new TreePath(path, choice.getFalseExpression()));
        if (tree instanceof SwitchExpressionTree) return holdsOne(body, path);
        return tree instanceof MethodInvocationTree call
                && call.getTypeArguments().isEmpty()
                && body.source.element(new TreePath(path, call.getMethodSelect())) instanceof ExecutableElement method
                && givesWhatIsAsked(body, method);
    }

    /** Whether {@code method} gives a type parameter of its own for which no argument stands. */
    private static boolean givesWhatIsAsked(Body body, ExecutableElement method) {
        TypeMirror given = method.getReturnType();
        return given instanceof TypeVariable variable
                && method.equals(variable.asElement().getEnclosingElement())
                && method.getParameters().stream()
                        .noneMatch(parameter -> body.types.isSameType(parameter.asType(), given));
    }

    /** What is yielded is not told from what else is called in a switch: a word too much does no harm. */
    private static boolean holdsOne(Body body, TreePath path) {
        return new OwnSearch() {
            @Override
            public Boolean visitMethodInvocation(MethodInvocationTree node, Void unused) {
                return isGivenType(body, getCurrentPath())
                        || Boolean.TRUE.equals(super.visitMethodInvocation(node, null));
            }
        }.finds(path);
    }
}
