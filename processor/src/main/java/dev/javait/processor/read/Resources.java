package dev.javait.processor.read;

import com.sun.source.util.TreePath;
import dev.javait.processor.model.Stmt.Closing;
import dev.javait.processor.tree.Source;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** How the resources of a {@code try} are closed, which their type says. */
final class Resources {
    private final Source source;
    private final Types types;
    private final @Nullable TypeMirror asyncCloseable;
    private final @Nullable TypeMirror asyncScope;

    Resources(Source source, Elements elements, Types types) {
        this.source = source;
        this.types = types;
        this.asyncCloseable = erased(elements.getTypeElement("dev.javait.AsyncCloseable"));
        this.asyncScope = erased(elements.getTypeElement("dev.javait.AsyncScope"));
    }

    boolean closesByAwaiting(TreePath resource) {
        return closing(source.type(resource)) != Closing.PLAIN;
    }

    Closing closing(@Nullable TypeMirror type) {
        if (isA(type, asyncScope)) return Closing.SCOPE;
        return isA(type, asyncCloseable) ? Closing.ASYNC : Closing.PLAIN;
    }

    private boolean isA(@Nullable TypeMirror type, @Nullable TypeMirror supertype) {
        return type != null && supertype != null && types.isSubtype(types.erasure(type), supertype);
    }

    private @Nullable TypeMirror erased(@Nullable TypeElement element) {
        return element == null ? null : types.erasure(element.asType());
    }
}
