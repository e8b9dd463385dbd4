package dev.javait.processor.read;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What javac takes for code that never runs: the branch that a constant condition does not choose, the catches of an
 * empty {@code try}. It writes no class files for the classes declared there, so their names may not be taken over.
 */
final class DeadCode {
    private final Body body;

    DeadCode(Body body) {
        this.body = body;
    }

    /** What stands for {@code tree} below {@code parent}, if it never runs and declares a class. */
    Optional<Code> standIn(TreePath parent, Tree tree) {
        if (!isDead(parent, tree) || !declaresClass(tree)) return Optional.empty();
        if (tree instanceof StatementTree) return Optional.of(Code.of("{}"));
        Type type = body.typeReader.of(body.source.type(new TreePath(parent, named((ExpressionTree) tree))));
        return Optional.of(Code.join("((", type, ") ", type.kind().defaultValue(), ")"));
    }

    /** An anonymous class has no name to cast to. */
    private static ExpressionTree named(ExpressionTree tree) {
        return tree instanceof NewClassTree made && made.getClassBody() != null ? made.getIdentifier() : tree;
    }

    private boolean isDead(TreePath parent, Tree tree) {
        Tree around = parent.getLeaf();
        if (around instanceof IfTree node) {
            return tree == node.getThenStatement() && isFalse(parent, node.getCondition())
                    || tree == node.getElseStatement() && isTrue(parent, node.getCondition());
        }
        if (around instanceof ConditionalExpressionTree node) {
            return tree == node.getTrueExpression() && isFalse(parent, node.getCondition())
                    || tree == node.getFalseExpression() && isTrue(parent, node.getCondition());
        }
        if (around instanceof BinaryTree node && tree == node.getRightOperand()) {
            return switch (around.getKind()) {
                case CONDITIONAL_AND -> isFalse(parent, node.getLeftOperand());
                case CONDITIONAL_OR -> isTrue(parent, node.getLeftOperand());
                default -> false;
            };
        }
        return around instanceof CatchTree
                && tree instanceof StatementTree
                && catchesNothing((TryTree) parent.getParentPath().getLeaf());
    }

    static boolean catchesNothing(TryTree node) {
        return node.getResources().isEmpty() && node.getBlock().getStatements().isEmpty();
    }

    boolean isTrue(TreePath parent, ExpressionTree condition) {
        return Boolean.TRUE.equals(folded(parent, condition));
    }

    boolean isFalse(TreePath parent, ExpressionTree condition) {
        return Boolean.FALSE.equals(folded(parent, condition));
    }

    /** What javac makes of a condition, of which nothing is evaluated then: also what is no constant expression, as {@code false && f()}. */
    private @Nullable Boolean folded(TreePath parent, ExpressionTree condition) {
        var path = new TreePath(parent, condition);
        if (Constants.value(body.source, path) instanceof Boolean constant) return constant;
        if (condition instanceof ParenthesizedTree inner) return folded(path, inner.getExpression());
        if (condition instanceof UnaryTree unary && unary.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
            Boolean operand = folded(path, unary.getExpression());
            return operand == null ? null : (Boolean) !operand;
        }
        if (condition instanceof ConditionalExpressionTree choice) {
            Boolean first = folded(path, choice.getCondition());
            return first == null
                    ? null
                    : folded(path, first ? choice.getTrueExpression() : choice.getFalseExpression());
        }
        return condition instanceof BinaryTree binary ? folded(path, binary) : null;
    }

    private @Nullable Boolean folded(TreePath path, BinaryTree binary) {
        Boolean left = folded(path, binary.getLeftOperand());
        return switch (binary.getKind()) {
            case CONDITIONAL_AND -> left == null || !left ? left : folded(path, binary.getRightOperand());
            case CONDITIONAL_OR -> left == null || left ? left : folded(path, binary.getRightOperand());
            case EQUAL_TO -> areLiteral(binary) ? (Boolean) areNull(binary) : null;
            case NOT_EQUAL_TO -> areLiteral(binary) ? (Boolean) !areNull(binary) : null;
            default -> null;
        };
    }

    /** Of literals that are compared, and are no constants together, at least one is null. */
    private static boolean areLiteral(BinaryTree comparison) {
        return comparison.getLeftOperand() instanceof LiteralTree
                && comparison.getRightOperand() instanceof LiteralTree;
    }

    private static boolean areNull(BinaryTree comparison) {
        return comparison.getLeftOperand().getKind()
                == comparison.getRightOperand().getKind();
    }

    private static boolean declaresClass(Tree tree) {
        return Boolean.TRUE.equals(
                new TreeScanner<Boolean, Void>() {
                    @Override
                    public Boolean visitClass(ClassTree node, Void unused) {
                        return true;
                    }

                    @Override
                    public Boolean reduce(Boolean a, Boolean b) {
                        return Boolean.TRUE.equals(a) || Boolean.TRUE.equals(b);
                    }
                }.scan(tree, null));
    }
}
