package dev.javait.processor.tree;

import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Which resources of a {@code try} it closes by awaiting; their type says so. */
public final class AsyncResources {
    private final Source source;
    private final Types types;
    private final @Nullable TypeMirror closeable;
    private final @Nullable TypeMirror scope;

    public AsyncResources(Source source, Elements elements, Types types) {
        this.source = source;
        this.types = types;
        this.closeable = erased(elements.getTypeElement("dev.javait.AsyncCloseable"));
        this.scope = erased(elements.getTypeElement("dev.javait.AsyncScope"));
    }

    private @Nullable TypeMirror erased(@Nullable TypeElement element) {
        return element == null ? null : types.erasure(element.asType());
    }

    /** Whether a resource of {@code type} is told how its block has ended. */
    public boolean isScope(@Nullable TypeMirror type) {
        return isA(type, scope);
    }

    /** Whether the end of a resource of {@code type} is awaited. */
    public boolean isAwaited(@Nullable TypeMirror type) {
        return isScope(type) || isA(type, closeable);
    }

    /** Whether that of a resource of the {@code try} at {@code path} is. */
    public boolean areAwaited(TreePath path, TryTree node) {
        return node.getResources().stream().anyMatch(resource -> isAwaited(source.type(new TreePath(path, resource))));
    }

    private boolean isA(@Nullable TypeMirror type, @Nullable TypeMirror supertype) {
        return type != null && supertype != null && types.isSubtype(types.erasure(type), supertype);
    }
}
