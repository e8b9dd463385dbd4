package dev.javait.processor.lint;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.tree.OwnSearch;
import dev.javait.processor.tree.Source;
import dev.javait.processor.tree.Words;
import java.util.ArrayList;
import java.util.List;

/** The calls by which an async body waits: {@code await}, {@code emit} and {@code awaitEach}. */
final class Waits extends OwnSearch {
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
        waits.finds(path);
        return waits.found;
    }

    @Override
    public Boolean visitMethodInvocation(MethodInvocationTree node, Void unused) {
        boolean waits = isOne(source, getCurrentPath());
        if (waits) found.add(getCurrentPath());
        return reduce(waits, super.visitMethodInvocation(node, unused));
    }
}
