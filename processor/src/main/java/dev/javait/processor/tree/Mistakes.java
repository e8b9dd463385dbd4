package dev.javait.processor.tree;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What javac has found wrong in the user's code, and said so. */
public final class Mistakes {
    private Mistakes() {}

    /** Whether javac could not make out what something in the outermost class around {@code path} is. */
    public static boolean around(Source source, TreePath path) {
        TreePath outermost = path;
        while (!(outermost.getParentPath().getLeaf() instanceof CompilationUnitTree))
            outermost = outermost.getParentPath();
        return new Mistaken(source).finds(outermost);
    }

    private static boolean isError(@Nullable TypeMirror type) {
        return type != null && type.getKind() == TypeKind.ERROR;
    }

    private static final class Mistaken extends Search {
        private final Source source;

        Mistaken(Source source) {
            this.source = source;
        }

        @Override
        public @Nullable Boolean scan(@Nullable Tree tree, Void unused) {
            if (tree == null) return false;
            var path = new TreePath(getCurrentPath(), tree);
            return isMistaken(path) || Boolean.TRUE.equals(super.scan(tree, null));
        }

        private boolean isMistaken(TreePath path) {
            if (path.getLeaf() instanceof ErroneousTree || isError(source.type(path))) return true;
            Element element = source.element(path);
            return element != null && isError(element.asType());
        }
    }
}
