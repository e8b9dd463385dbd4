package dev.javait.processor.lint;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.javait.processor.tree.OwnSearch;
import dev.javait.processor.tree.Source;
import dev.javait.processor.tree.Words;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Futures in variables that are done where their value is taken: they were awaited further up, alone or by {@code allOf}, or the code has asked
 * {@code isDone()}.
 */
final class Finished extends OwnSearch {
    private final Source source;
    private final Element future;
    private final int before;
    private boolean inAwait;

    private Finished(Source source, Element future, int before) {
        this.source = source;
        this.future = future;
        this.before = before;
    }

    /** Whether the future that the expression at {@code path} gives is known to be done there. */
    static boolean is(Source source, TreePath path) {
        if (!(path.getLeaf() instanceof IdentifierTree)) return false;
        Element future = source.element(path);
        TreePath body = body(path);
        return future != null && body != null && new Finished(source, future, source.start(path.getLeaf())).finds(body);
    }

    private static @Nullable TreePath body(TreePath path) {
        for (TreePath at = path; at != null && !(at.getLeaf() instanceof ClassTree); at = at.getParentPath()) {
            if (at.getLeaf() instanceof MethodTree method) return new TreePath(at, method.getBody());
            if (at.getLeaf() instanceof LambdaExpressionTree lambda) return new TreePath(at, lambda.getBody());
        }
        return null;
    }

    @Override
    public Boolean scan(Tree tree, Void unused) {
        return tree != null && source.start(tree) < before && Boolean.TRUE.equals(super.scan(tree, unused));
    }

    @Override
    public Boolean visitMethodInvocation(MethodInvocationTree node, Void unused) {
        if (node.getMethodSelect() instanceof MemberSelectTree select) {
            if (select.getIdentifier().contentEquals("anyOf")) return false;
            if (select.getIdentifier().contentEquals("isDone")
                    && select.getExpression() instanceof IdentifierTree receiver
                    && future.equals(source.element(new TreePath(new TreePath(getCurrentPath(), select), receiver))))
                return true;
        }
        boolean outer = inAwait;
        inAwait |=
                Words.at(source, getCurrentPath()).filter(Words.AWAIT::equals).isPresent();
        boolean found = Boolean.TRUE.equals(super.visitMethodInvocation(node, unused));
        inAwait = outer;
        return found;
    }

    @Override
    public Boolean visitIdentifier(IdentifierTree node, Void unused) {
        return inAwait && future.equals(source.element(getCurrentPath()));
    }
}
