package dev.javait.processor.lint;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.javait.processor.tree.Source;
import javax.lang.model.element.Element;

/** Whether a body throws what is in a variable. */
final class Thrown extends TreePathScanner<Void, Void> {
    private final Source source;
    private final Element variable;
    private boolean inThrow;
    private boolean found;

    private Thrown(Source source, Element variable) {
        this.source = source;
        this.variable = variable;
    }

    /** Whether the body around {@code path} does. */
    static boolean in(Source source, TreePath path, Element variable) {
        TreePath body = path;
        while (body.getParentPath() != null
                && !(body.getLeaf() instanceof MethodTree)
                && !(body.getLeaf() instanceof LambdaExpressionTree)) {
            body = body.getParentPath();
        }
        var scan = new Thrown(source, variable);
        scan.scan(body, null);
        return scan.found;
    }

    @Override
    public Void visitThrow(ThrowTree node, Void unused) {
        inThrow = true;
        super.visitThrow(node, unused);
        inThrow = false;
        return null;
    }

    @Override
    public Void visitIdentifier(IdentifierTree node, Void unused) {
        if (inThrow && variable.equals(source.element(getCurrentPath()))) found = true;
        return null;
    }
}
