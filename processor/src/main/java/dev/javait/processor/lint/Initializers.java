package dev.javait.processor.lint;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.javait.processor.tree.Source;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;

/** What a local variable begins with. */
final class Initializers {
    private final Source source;
    private final Map<Element, TreePath> known = new HashMap<>();

    Initializers(Source source) {
        this.source = source;
    }

    /** The initialiser of the local variable that {@code path} names, or {@code path} itself. */
    TreePath of(TreePath path) {
        Element variable = path.getLeaf() instanceof IdentifierTree ? source.element(path) : null;
        if (variable == null) return path;
        if (!known.containsKey(variable)) collect(path);
        return known.getOrDefault(variable, path);
    }

    private void collect(TreePath path) {
        TreePath body = path;
        while (body.getParentPath() != null
                && !(body.getLeaf() instanceof MethodTree)
                && !(body.getLeaf() instanceof LambdaExpressionTree)) {
            body = body.getParentPath();
        }
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree node, Void unused) {
                Element variable = source.element(getCurrentPath());
                if (variable != null && node.getInitializer() != null)
                    known.put(variable, new TreePath(getCurrentPath(), node.getInitializer()));
                return super.visitVariable(node, unused);
            }
        }.scan(body, null);
    }
}
