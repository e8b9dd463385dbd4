package dev.javait.processor.lint;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.javait.processor.tree.Source;
import dev.javait.processor.tree.Words;
import java.util.ArrayList;
import java.util.List;

/** The calls by which an async body waits: {@code await}, {@code emit} and {@code awaitEach}. */
final class Waits extends TreePathScanner<Void, Void> {
    private final Source source;
    private final List<TreePath> found = new ArrayList<>();

    private Waits(Source source) {
        this.source = source;
    }

    /** Whether the expression at {@code path} is one. */
    static boolean isOne(Source source, TreePath path) {
        return Words.at(source, path)
                .filter(word -> word.suspends() || word == Words.AWAIT_EACH)
                .isPresent();
    }

    /** Those in the tree at {@code path}, without its lambdas and classes. */
    static List<TreePath> in(Source source, TreePath path) {
        var waits = new Waits(source);
        waits.scan(path, null);
        return waits.found;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree node, Void unused) {
        if (isOne(source, getCurrentPath())) found.add(getCurrentPath());
        return super.visitMethodInvocation(node, unused);
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree node, Void unused) {
        return null;
    }

    @Override
    public Void visitClass(ClassTree node, Void unused) {
        return null;
    }
}
