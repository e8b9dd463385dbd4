package dev.javait.processor.lint;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.javait.processor.tree.Source;
import dev.javait.processor.tree.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;

/** What runs on the event loop: the bodies of {@code @Async} methods and of async lambdas, without what is nested in them. */
final class Bodies {
    private Bodies() {}

    /** Whether the method or lambda at {@code path} may await. */
    static boolean isAsync(Source source, TreePath path) {
        if (path.getLeaf() instanceof LambdaExpressionTree) return isAsyncLambda(source, path);
        Element method = source.element(path);
        return method != null
                && method.getAnnotationMirrors().stream()
                        .anyMatch(a -> a.getAnnotationType().toString().equals("dev.javait.Async"));
    }

    private static boolean isAsyncLambda(Source source, TreePath path) {
        TreePath call = path.getParentPath();
        while (call.getLeaf() instanceof ParenthesizedTree) call = call.getParentPath();
        return call.getLeaf() instanceof MethodInvocationTree node
                && word(source, call, node).filter(Words.ASYNC::equals).isPresent();
    }

    static Optional<Words> word(Source source, TreePath path, MethodInvocationTree call) {
        return Words.of(source.element(new TreePath(path, call.getMethodSelect())));
    }

    /** The calls of words that suspend in the tree at {@code path}. */
    static List<TreePath> awaits(Source source, TreePath path) {
        var found = new ArrayList<TreePath>();
        new Own() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree node, Void unused) {
                if (word(source, getCurrentPath(), node)
                        .filter(word -> word.suspends() || word == Words.AWAIT_EACH)
                        .isPresent()) found.add(getCurrentPath());
                return super.visitMethodInvocation(node, unused);
            }
        }.scan(path, null);
        return found;
    }

    /** The same for what the {@code try} at {@code path} looks after: its resources and its block. */
    static List<TreePath> awaitsWithin(Source source, TreePath path, TryTree node) {
        var found = new ArrayList<TreePath>();
        guarded(node).forEach(tree -> found.addAll(awaits(source, new TreePath(path, tree))));
        return found;
    }

    private static List<Tree> guarded(TryTree node) {
        List<Tree> guarded = new ArrayList<>(node.getResources());
        guarded.add(node.getBlock());
        return guarded;
    }

    /** Whether a resource of the {@code try} at {@code path}, or of one within it, closes by awaiting. */
    static boolean closesWithin(Source source, TreePath path, TryTree node) {
        if (closes(source, path, node)) return true;
        var found = new ArrayList<TreePath>();
        new Own() {
            @Override
            public Void visitTry(TryTree inner, Void unused) {
                if (closes(source, getCurrentPath(), inner)) found.add(getCurrentPath());
                return super.visitTry(inner, unused);
            }
        }.scan(new TreePath(path, node.getBlock()), null);
        return !found.isEmpty();
    }

    /** Whether a resource of the {@code try} at {@code path} closes by awaiting. */
    static boolean closes(Source source, TreePath path, TryTree node) {
        return node.getResources().stream()
                .map(resource -> source.type(new TreePath(path, resource)))
                .anyMatch(type -> Supertypes.isNamed(type, "dev.javait.AsyncCloseable")
                        || Supertypes.isNamed(type, "dev.javait.AsyncScope"));
    }

    /** Leaves out the lambdas and classes in a body. */
    abstract static class Own extends TreePathScanner<Void, Void> {
        @Override
        public Void visitLambdaExpression(LambdaExpressionTree node, Void unused) {
            return null;
        }

        @Override
        public Void visitClass(ClassTree node, Void unused) {
            return null;
        }
    }
}
