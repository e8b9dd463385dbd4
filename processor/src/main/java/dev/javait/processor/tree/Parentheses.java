package dev.javait.processor.tree;

import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.util.TreePath;

/** Parentheses, which are trees of their own and mean nothing. */
public final class Parentheses {
    private Parentheses() {}

    /** The expression that stands in all the parentheses at {@code path}. */
    public static TreePath inside(TreePath path) {
        TreePath inside = path;
        while (inside.getLeaf() instanceof ParenthesizedTree node) inside = new TreePath(inside, node.getExpression());
        return inside;
    }

    /** The outermost parentheses around the expression at {@code path}; without any, the expression itself. */
    public static TreePath outside(TreePath path) {
        TreePath outside = path;
        while (outside.getParentPath().getLeaf() instanceof ParenthesizedTree) outside = outside.getParentPath();
        return outside;
    }

    /** What the expression at {@code path} is a part of. */
    public static TreePath around(TreePath path) {
        return outside(path).getParentPath();
    }
}
