package dev.javait.processor.read;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.UnaryTree;

/** Conditions that are constants by how they are written. */
final class Constants {
    private Constants() {}

    static boolean isTrue(ExpressionTree condition) {
        return is(condition, true);
    }

    private static boolean is(ExpressionTree condition, boolean wanted) {
        if (condition instanceof ParenthesizedTree inner) return is(inner.getExpression(), wanted);
        if (condition instanceof LiteralTree literal)
            return Boolean.valueOf(wanted).equals(literal.getValue());
        if (condition instanceof UnaryTree not
                && condition.getKind() == com.sun.source.tree.Tree.Kind.LOGICAL_COMPLEMENT) {
            return is(not.getExpression(), !wanted);
        }
        if (condition instanceof BinaryTree binary) {
            return switch (binary.getKind()) {
                case CONDITIONAL_AND ->
                    wanted
                            ? is(binary.getLeftOperand(), true) && is(binary.getRightOperand(), true)
                            : is(binary.getLeftOperand(), false) || is(binary.getRightOperand(), false);
                case CONDITIONAL_OR ->
                    wanted
                            ? is(binary.getLeftOperand(), true) || is(binary.getRightOperand(), true)
                            : is(binary.getLeftOperand(), false) && is(binary.getRightOperand(), false);
                default -> false;
            };
        }
        return false;
    }
}
