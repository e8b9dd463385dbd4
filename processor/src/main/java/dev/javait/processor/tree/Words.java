package dev.javait.processor.tree;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import org.jspecify.annotations.Nullable;

/** The functions of {@code dev.javait.Javait} that mean something to the compiler. */
public enum Words {
    AWAIT,
    DONE,
    EMIT,
    END,
    ASYNC,
    AWAIT_EACH;

    private static final Map<String, Words> BY_NAME =
            Map.of("await", AWAIT, "done", DONE, "emit", EMIT, "end", END, "async", ASYNC, "awaitEach", AWAIT_EACH);

    /** The word that a call of {@code method} is, if it is one. */
    public static Optional<Words> of(@Nullable Element method) {
        if (method == null || method.getKind() != ElementKind.METHOD) return Optional.empty();
        Words word = BY_NAME.get(method.getSimpleName().toString());
        if (word == null) return Optional.empty();
        var owner = Enclosing.type(method);
        return owner.getQualifiedName().contentEquals("dev.javait.Javait") ? Optional.of(word) : Optional.empty();
    }

    /** The word that the expression at {@code path} is a call of, if it is one. */
    public static Optional<Words> at(Source source, TreePath path) {
        return path.getLeaf() instanceof MethodInvocationTree call
                ? of(source.element(new TreePath(path, call.getMethodSelect())))
                : Optional.empty();
    }

    /** Whether the method that says it may have to wait there. */
    public boolean suspends() {
        return this == AWAIT || this == EMIT;
    }
}
