package dev.javait.processor.read;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.model.Part;
import dev.javait.processor.tree.Parentheses;

/** Whether a name is read or assigned where it stands. */
final class VariableAccess {
    private VariableAccess() {}

    static Part.Access of(TreePath name) {
        TreePath path = Parentheses.outside(name);
        Tree child = path.getLeaf();
        Tree parent = path.getParentPath().getLeaf();
        if (parent instanceof AssignmentTree assignment && assignment.getVariable() == child) return Part.Access.WRITE;
        if (parent instanceof CompoundAssignmentTree compound && compound.getVariable() == child)
            return Part.Access.READ_WRITE;
        if (parent instanceof UnaryTree unary && changes(unary.getKind())) return Part.Access.READ_WRITE;
        return Part.Access.READ;
    }

    static boolean changes(Tree.Kind operator) {
        return switch (operator) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
            default -> false;
        };
    }
}
