package dev.javait.processor.read;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.tree.AsyncResources;
import dev.javait.processor.tree.OwnSearch;
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

    Awaits(Source source, AsyncResources resources, TreePath body) {
        new Holds(source, resources).scan(body, null);
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

    /** Whether the call at {@code path} is an await. */
    static boolean isOne(Source source, TreePath path) {
        return Words.at(source, path).filter(Words::suspends).isPresent();
    }

    private final class Holds extends OwnSearch {
        private final Source source;
        private final AsyncResources resources;

        Holds(Source source, AsyncResources resources) {
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
        public Boolean visitMethodInvocation(MethodInvocationTree node, Void unused) {
            boolean inside = Boolean.TRUE.equals(super.visitMethodInvocation(node, unused));
            return inside || isOne(source, getCurrentPath());
        }

        @Override
        public Boolean visitEnhancedForLoop(EnhancedForLoopTree node, Void unused) {
            boolean inside = Boolean.TRUE.equals(super.visitEnhancedForLoop(node, unused));
            return inside || AwaitEach.operand(source, getCurrentPath(), node).isPresent();
        }

        @Override
        public Boolean visitTry(TryTree node, Void unused) {
            boolean inside = Boolean.TRUE.equals(super.visitTry(node, unused));
            return inside || resources.areAwaited(getCurrentPath(), node);
        }
    }
}
