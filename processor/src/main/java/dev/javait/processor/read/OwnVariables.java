package dev.javait.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.javait.processor.tree.Source;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;

/** The local variables that a body declares itself, with their declarations: those of its lambdas included, those of classes in it left out. */
final class OwnVariables {
    private OwnVariables() {}

    static Map<Element, TreePath> in(Source source, TreePath root) {
        var found = new HashMap<Element, TreePath>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree node, Void unused) {
                Element element = source.element(getCurrentPath());
                if (element != null) found.put(element, getCurrentPath());
                return super.visitVariable(node, unused);
            }

            @Override
            public Void visitClass(ClassTree node, Void unused) {
                return null;
            }
        }.scan(root, null);
        return found;
    }
}
