package dev.javait.processor.differential;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What has to be known of a body that is to be a lambda's. */
final class LambdaBodies {
    private LambdaBodies() {}

    /** Whether a lambda may use all parameters of {@code method}. */
    static boolean leavesParameters(MethodTree method) {
        Set<?> names = method.getParameters().stream()
                .map(parameter -> parameter.getName())
                .collect(Collectors.toSet());
        boolean[] leaves = {true};
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            private void changes(ExpressionTree variable) {
                if (variable instanceof IdentifierTree name && names.contains(name.getName())) leaves[0] = false;
            }

            @Override
            public @Nullable Void visitAssignment(AssignmentTree node, @Nullable Void nothing) {
                changes(node.getVariable());
                return super.visitAssignment(node, null);
            }

            @Override
            public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree node, @Nullable Void nothing) {
                changes(node.getVariable());
                return super.visitCompoundAssignment(node, null);
            }

            @Override
            public @Nullable Void visitUnary(UnaryTree node, @Nullable Void nothing) {
                if (Values.isStep(node)) changes(node.getExpression());
                return super.visitUnary(node, null);
            }
        }.scan(Objects.requireNonNull(method.getBody()), null);
        return leaves[0];
    }

    /** Whether a value is returned in {@code block}. */
    static boolean gives(Tree block) {
        boolean[] gives = {false};
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitReturn(ReturnTree node, @Nullable Void nothing) {
                gives[0] |= node.getExpression() != null;
                return null;
            }

            @Override
            public @Nullable Void visitLambdaExpression(LambdaExpressionTree node, @Nullable Void nothing) {
                return null;
            }

            @Override
            public @Nullable Void visitClass(ClassTree node, @Nullable Void nothing) {
                return null;
            }
        }.scan(block, null);
        return gives[0];
    }
}
