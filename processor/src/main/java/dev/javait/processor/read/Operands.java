package dev.javait.processor.read;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.tree.Parentheses;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;

/** The operands of an expression that evaluates all of them from left to right and then does its work. */
final class Operands {
    private final Body body;
    private final List<TreePath> found = new ArrayList<>();

    private Operands(Body body) {
        this.body = body;
    }

    /** In the order of evaluation; none for an expression that is not known to be of that kind. */
    static List<TreePath> of(Body body, TreePath path) {
        var operands = new Operands(body);
        operands.collect(path);
        return operands.found;
    }

    private void collect(TreePath path) {
        Tree tree = path.getLeaf();
        if (tree instanceof MethodInvocationTree call) {
            var select = new TreePath(path, call.getMethodSelect());
            if (call.getMethodSelect() instanceof MemberSelectTree member) value(select, member.getExpression());
            all(path, call.getArguments());
        } else if (tree instanceof NewClassTree made) {
            if (made.getEnclosingExpression() != null) value(path, made.getEnclosingExpression());
            all(path, made.getArguments());
        } else if (tree instanceof NewArrayTree array) {
            all(path, array.getDimensions());
            if (array.getInitializers() != null) initializers(path, array);
        } else if (tree instanceof AssignmentTree assignment) {
            place(Parentheses.inside(new TreePath(path, assignment.getVariable())));
            value(path, assignment.getExpression());
        } else if (tree instanceof UnaryTree unary) {
            if (VariableAccess.changes(unary.getKind()))
                place(Parentheses.inside(new TreePath(path, unary.getExpression())));
            else value(path, unary.getExpression());
        } else {
            simple(path, tree);
        }
    }

    private void simple(TreePath path, Tree tree) {
        if (tree instanceof BinaryTree binary) {
            value(path, binary.getLeftOperand());
            value(path, binary.getRightOperand());
        } else if (tree instanceof ParenthesizedTree inner) {
            value(path, inner.getExpression());
        } else if (tree instanceof TypeCastTree cast) {
            value(path, cast.getExpression());
        } else if (tree instanceof InstanceOfTree test) {
            value(path, test.getExpression());
        } else if (tree instanceof MemberSelectTree member) {
            value(path, member.getExpression());
        } else if (tree instanceof MemberReferenceTree reference) {
            value(path, reference.getQualifierExpression());
        } else if (tree instanceof ArrayAccessTree access) {
            value(path, access.getExpression());
            value(path, access.getIndex());
        }
    }

    /** Initialisers in braces are no expressions of their own: their elements are operands of the whole. */
    private void initializers(TreePath path, NewArrayTree array) {
        for (ExpressionTree element : array.getInitializers()) {
            if (element instanceof NewArrayTree nested && nested.getType() == null)
                initializers(new TreePath(path, nested), nested);
            else value(path, element);
        }
    }

    private void place(TreePath path) {
        if (path.getLeaf() instanceof ArrayAccessTree access) {
            value(path, access.getExpression());
            value(path, access.getIndex());
        } else if (path.getLeaf() instanceof MemberSelectTree member) {
            value(path, member.getExpression());
        }
    }

    private void all(TreePath path, List<? extends ExpressionTree> expressions) {
        expressions.forEach(expression -> value(path, expression));
    }

    private void value(TreePath parent, ExpressionTree expression) {
        var path = new TreePath(parent, expression);
        if (expression instanceof MemberReferenceTree reference && isBound(body, path, reference))
            found.add(new TreePath(path, reference.getQualifierExpression()));
        else if (isValue(body, path)) found.add(path);
    }

    /** Whether the object of {@code reference} is evaluated with it. Of the reference nothing else is: it can stay where its type is inferred. */
    static boolean isBound(Body body, TreePath path, MemberReferenceTree reference) {
        return isValue(body, new TreePath(path, reference.getQualifierExpression()));
    }

    /** Whether {@code path} is evaluated, and is not the name of a type or package, or {@code super}. */
    static boolean isValue(Body body, TreePath path) {
        Tree tree = path.getLeaf();
        if (tree instanceof IdentifierTree name && name.getName().contentEquals("super")) return false;
        if (tree instanceof MemberSelectTree member && member.getIdentifier().contentEquals("super")) return false;
        if (!(tree instanceof IdentifierTree) && !(tree instanceof MemberSelectTree))
            return tree instanceof ExpressionTree && !isType(tree);
        Element element = body.source.element(path);
        return !(element instanceof TypeElement)
                && !(element instanceof TypeParameterElement)
                && !(element instanceof PackageElement);
    }

    private static boolean isType(Tree tree) {
        return switch (tree.getKind()) {
            case PARAMETERIZED_TYPE, ARRAY_TYPE, PRIMITIVE_TYPE, ANNOTATED_TYPE -> true;
            default -> false;
        };
    }
}
