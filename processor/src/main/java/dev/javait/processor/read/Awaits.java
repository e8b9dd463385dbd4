package dev.javait.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.javait.processor.tree.Source;
import dev.javait.processor.tree.Words;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The only test for "must be taken apart": whether a tree of the body holds an await of the body itself. */
final class Awaits {
    private final Set<Tree> holding = Collections.newSetFromMap(new IdentityHashMap<>());

    Awaits(Source source, Resources resources, TreePath body) {
        new Scanner(source, resources).scan(body, null);
    }

    boolean in(@Nullable Tree tree) {
        return tree != null && holding.contains(tree);
    }

    /** The index of the last of {@code operands} that holds an await; -1 if none does. */
    int last(List<TreePath> operands) {
        int last = operands.size() - 1;
        while (last >= 0 && !in(operands.get(last).getLeaf())) last--;
        return last;
    }

    private final class Scanner extends TreePathScanner<Boolean, Void> {
        private final Source source;
        private final Resources resources;

        Scanner(Source source, Resources resources) {
            this.source = source;
            this.resources = resources;
        }

        @Override
        public Boolean scan(Tree tree, Void unused) {
            if (tree == null) return false;
            boolean holds = Boolean.TRUE.equals(super.scan(tree, unused));
            if (holds) holding.add(tree);
            return holds;
        }

        @Override
        public Boolean scan(TreePath path, Void unused) {
            boolean holds = Boolean.TRUE.equals(super.scan(path, unused));
            if (holds) holding.add(path.getLeaf());
            return holds;
        }

        @Override
        public Boolean reduce(Boolean a, Boolean b) {
            return Boolean.TRUE.equals(a) || Boolean.TRUE.equals(b);
        }

        @Override
        public Boolean visitMethodInvocation(MethodInvocationTree node, Void unused) {
            boolean inside = Boolean.TRUE.equals(super.visitMethodInvocation(node, unused));
            var select = new TreePath(getCurrentPath(), node.getMethodSelect());
            return inside
                    || Words.of(source.element(select)).filter(Words::suspends).isPresent();
        }

        @Override
        public Boolean visitEnhancedForLoop(EnhancedForLoopTree node, Void unused) {
            boolean inside = Boolean.TRUE.equals(super.visitEnhancedForLoop(node, unused));
            return inside || AwaitEach.operand(source, getCurrentPath(), node).isPresent();
        }

        @Override
        public Boolean visitTry(TryTree node, Void unused) {
            boolean inside = Boolean.TRUE.equals(super.visitTry(node, unused));
            for (Tree resource : node.getResources()) {
                inside |= resources.closesByAwaiting(new TreePath(getCurrentPath(), resource));
            }
            return inside;
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
