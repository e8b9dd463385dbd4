package dev.javait.processor.lint;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.tree.Source;
import java.util.Arrays;
import javax.lang.model.element.Element;

/** {@code @SuppressWarnings("javait:NAME")} on a variable, method or class around the place; {@code "javait"} silences all. */
final class Suppressions {
    private Suppressions() {}

    static boolean silence(Source source, TreePath at, Lint lint) {
        for (TreePath path = at; path != null; path = path.getParentPath()) {
            boolean declaration = path.getLeaf() instanceof VariableTree
                    || path.getLeaf() instanceof MethodTree
                    || path.getLeaf() instanceof ClassTree;
            if (declaration && names(source.element(path), lint)) return true;
        }
        return false;
    }

    private static boolean names(@org.jspecify.annotations.Nullable Element element, Lint lint) {
        SuppressWarnings silenced = element == null ? null : element.getAnnotation(SuppressWarnings.class);
        return silenced != null
                && Arrays.stream(silenced.value())
                        .anyMatch(name -> name.equals("javait:" + lint.message.tag())
                                || name.equals("javait")
                                || name.equals("all"));
    }
}
