package dev.javait.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Which expressions give the same whenever they are evaluated, and do nothing else. */
final class Stability {
    private Stability() {}

    static boolean isStable(Body body, TreePath path) {
        Tree tree = path.getLeaf();
        if (tree instanceof LiteralTree || tree instanceof LambdaExpressionTree) return true;
        if (tree instanceof ParenthesizedTree inner) return isStable(body, new TreePath(path, inner.getExpression()));
        if (tree instanceof MemberSelectTree select) return isStableSelect(body, path, select);
        if (tree instanceof IdentifierTree name) return isStableName(body, path, name);
        if (tree instanceof MemberReferenceTree reference) return isStableReference(body, path, reference);
        if (tree instanceof ExpressionTree && tree.getKind() == Tree.Kind.UNARY_MINUS) {
            return ((com.sun.source.tree.UnaryTree) tree).getExpression() instanceof LiteralTree;
        }
        return false;
    }

    /** A reference to a method of an object looks whether there is one. */
    private static boolean isStableReference(Body body, TreePath path, MemberReferenceTree reference) {
        var qualifier = new TreePath(path, reference.getQualifierExpression());
        return !Operands.isValue(body, qualifier) || isThis(qualifier.getLeaf());
    }

    /** Whether it is {@code this} or {@code Outer.this}. */
    static boolean isThis(Tree tree) {
        return tree instanceof IdentifierTree name && name.getName().contentEquals("this")
                || tree instanceof MemberSelectTree select
                        && select.getIdentifier().contentEquals("this");
    }

    private static boolean isStableSelect(Body body, TreePath path, MemberSelectTree select) {
        String name = select.getIdentifier().toString();
        return name.equals("class") || name.equals("this") || isConstant(body.source.element(path));
    }

    private static boolean isStableName(Body body, TreePath path, IdentifierTree name) {
        if (name.getName().contentEquals("this")) return true;
        Element element = body.source.element(path);
        if (isConstant(element)) return true;
        return element != null && Body.LOCAL_KINDS.contains(element.getKind()) && body.assignments.never(element);
    }

    private static boolean isConstant(@Nullable Element element) {
        return element instanceof VariableElement variable && variable.getConstantValue() != null;
    }
}
