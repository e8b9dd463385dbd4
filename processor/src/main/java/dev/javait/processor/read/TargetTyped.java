package dev.javait.processor.read;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.tree.OwnSearch;

/** Expressions that may be nothing without the type that they are wanted in: functions, and what chooses from them. */
final class TargetTyped {
    private TargetTyped() {}

    static boolean is(TreePath path) {
        Tree tree = path.getLeaf();
        return switch (tree.getKind()) {
            case LAMBDA_EXPRESSION, MEMBER_REFERENCE -> true;
            case PARENTHESIZED -> is(path, ((ParenthesizedTree) tree).getExpression());
            case CONDITIONAL_EXPRESSION -> {
                var choice = (ConditionalExpressionTree) tree;
                yield is(path, choice.getTrueExpression()) || is(path, choice.getFalseExpression());
            }
            case SWITCH_EXPRESSION -> new Yielded().finds(path);
            default -> false;
        };
    }

    private static boolean is(TreePath path, ExpressionTree part) {
        return is(new TreePath(path, part));
    }

    /** Looks for a function among what a switch expression gives. */
    private static final class Yielded extends OwnSearch {
        @Override
        public Boolean visitCase(CaseTree node, Void unused) {
            return node.getBody() instanceof ExpressionTree value
                    ? is(getCurrentPath(), value)
                    : super.visitCase(node, null);
        }

        @Override
        public Boolean visitYield(YieldTree node, Void unused) {
            return is(getCurrentPath(), node.getValue());
        }
    }
}
