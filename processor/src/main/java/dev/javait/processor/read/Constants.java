package dev.javait.processor.read;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.model.Code;
import dev.javait.processor.tree.Source;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** The values of constant expressions, chapter 15.29 of the Java language specification; no supported interface tells them. */
final class Constants {
    private final Source source;

    private Constants(Source source) {
        this.source = source;
    }

    static boolean isTrue(Source source, TreePath condition) {
        return Boolean.TRUE.equals(value(source, condition));
    }

    static boolean isFalse(Source source, TreePath condition) {
        return Boolean.FALSE.equals(value(source, condition));
    }

    /** A constant as an operand of anything: {@code (-1)}, {@code (0.0/0.0)}. */
    static Code written(Elements elements, Object constant) {
        String text = elements.getConstantExpression(constant);
        boolean isNumber = constant instanceof Number;
        return Code.of(isNumber && !text.chars().allMatch(Character::isLetterOrDigit) ? "(" + text + ")" : text);
    }

    /** Null for what is no constant. */
    static @Nullable Object value(Source source, TreePath expression) {
        return new Constants(source).of(expression);
    }

    private @Nullable Object of(TreePath path) {
        Tree tree = path.getLeaf();
        if (tree instanceof LiteralTree literal) return literal.getValue();
        if (tree instanceof ParenthesizedTree inner) return of(path, inner.getExpression());
        if (tree instanceof UnaryTree unary) {
            Object operand = of(path, unary.getExpression());
            return operand == null ? null : ConstantFolding.unary(tree.getKind(), operand);
        }
        if (tree instanceof BinaryTree binary) return binary(path, binary);
        if (tree instanceof TypeCastTree cast) return cast(path, cast);
        if (tree instanceof ConditionalExpressionTree choice) return conditional(path, choice);
        return variable(path);
    }

    private @Nullable Object of(TreePath parent, ExpressionTree expression) {
        return of(new TreePath(parent, expression));
    }

    private @Nullable Object binary(TreePath path, BinaryTree binary) {
        Object left = of(path, binary.getLeftOperand());
        if (left == null) return null;
        Object right = of(path, binary.getRightOperand());
        return right == null ? null : ConstantFolding.binary(binary.getKind(), left, right);
    }

    private @Nullable Object cast(TreePath path, TypeCastTree cast) {
        Object value = of(path, cast.getExpression());
        TypeMirror type = source.type(path);
        return value == null || type == null ? null : ConstantFolding.cast(type.getKind(), value);
    }

    /** What comes out is compared only, so that it needs no widening to the type of both. */
    private @Nullable Object conditional(TreePath path, ConditionalExpressionTree choice) {
        Object condition = of(path, choice.getCondition());
        Object ifTrue = of(path, choice.getTrueExpression());
        Object ifFalse = of(path, choice.getFalseExpression());
        if (condition == null || ifTrue == null || ifFalse == null) return null;
        return Boolean.TRUE.equals(condition) ? ifTrue : ifFalse;
    }

    private @Nullable Object variable(TreePath path) {
        return switch (path.getLeaf().getKind()) {
            case IDENTIFIER, MEMBER_SELECT ->
                source.element(path) instanceof VariableElement variable ? variable.getConstantValue() : null;
            default -> null;
        };
    }
}
