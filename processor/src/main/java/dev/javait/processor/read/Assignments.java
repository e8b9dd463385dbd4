package dev.javait.processor.read;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.javait.processor.tree.Parentheses;
import dev.javait.processor.tree.Source;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Which variables are assigned anywhere but where they are declared. */
final class Assignments {
    private final Map<Element, Integer> counts = new HashMap<>();

    Assignments(Source source, TreePath root) {
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitAssignment(AssignmentTree node, Void unused) {
                assigned(node.getVariable());
                return super.visitAssignment(node, unused);
            }

            @Override
            public Void visitCompoundAssignment(CompoundAssignmentTree node, Void unused) {
                assigned(node.getVariable());
                return super.visitCompoundAssignment(node, unused);
            }

            @Override
            public Void visitUnary(UnaryTree node, Void unused) {
                switch (node.getKind()) {
                    case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
                        assigned(node.getExpression());
                    default -> {}
                }
                return super.visitUnary(node, unused);
            }

            private void assigned(ExpressionTree place) {
                Element element = source.element(Parentheses.inside(new TreePath(getCurrentPath(), place)));
                if (element != null && Body.LOCAL_KINDS.contains(element.getKind()))
                    counts.merge(element, 1, Integer::sum);
            }
        }.scan(root, null);
    }

    /** Whether {@code variable} has one value from its declaration to its end. */
    boolean never(@Nullable Element variable) {
        return variable != null && !counts.containsKey(variable);
    }
}
