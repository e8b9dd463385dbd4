package dev.javait.processor.tree;

import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** What may await: the methods with {@code @Async}, and the lambdas of {@code async(…)}. */
public final class AsyncCode {
    public static final String ANNOTATION = "dev.javait.Async";

    private AsyncCode() {}

    /** Whether {@code method} may. */
    public static boolean isMethod(@Nullable Element method) {
        return method != null
                && method.getAnnotationMirrors().stream()
                        .anyMatch(a -> a.getAnnotationType().toString().equals(ANNOTATION));
    }

    /** Whether what stands at {@code path} is a lambda that may. */
    public static boolean isLambda(Source source, TreePath path) {
        return path.getLeaf() instanceof LambdaExpressionTree
                && Words.at(source, Parentheses.around(path))
                        .filter(Words.ASYNC::equals)
                        .isPresent();
    }
}
