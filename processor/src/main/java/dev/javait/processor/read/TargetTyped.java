package dev.javait.processor.read;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;

/** Expressions that may be nothing without the type that they are wanted in: functions, and what chooses from them. */
final class TargetTyped {
    private TargetTyped() {}

    static boolean is(Tree tree) {
        return switch (tree.getKind()) {
            case LAMBDA_EXPRESSION, MEMBER_REFERENCE -> true;
            case PARENTHESIZED -> is(((ParenthesizedTree) tree).getExpression());
            case CONDITIONAL_EXPRESSION -> {
                var choice = (ConditionalExpressionTree) tree;
                yield is(choice.getTrueExpression()) || is(choice.getFalseExpression());
            }
            case SWITCH_EXPRESSION -> Boolean.TRUE.equals(new Yielded().scan(tree, null));
            default -> false;
        };
    }

    /** Looks for a function among what a switch expression gives. */
    private static final class Yielded extends TreeScanner<Boolean, Void> {
        @Override
        public Boolean reduce(Boolean a, Boolean b) {
            return Boolean.TRUE.equals(a) || Boolean.TRUE.equals(b);
        }

        @Override
        public Boolean visitCase(CaseTree node, Void unused) {
            return node.getBody() instanceof ExpressionTree value ? is(value) : super.visitCase(node, null);
        }

        @Override
        public Boolean visitYield(YieldTree node, Void unused) {
            return is(node.getValue());
        }

        @Override
        public Boolean visitLambdaExpression(LambdaExpressionTree node, Void unused) {
            return false;
        }

        @Override
        public Boolean visitClass(ClassTree node, Void unused) {
            return false;
        }
    }
}
