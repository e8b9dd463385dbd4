package dev.javait.processor.read;

import dev.javait.processor.model.MethodKind;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What an {@code @Async} method gives, by its return type. */
final class Signatures {
    private static final Map<String, MethodKind> BY_NAME = Map.of(
            "dev.javait.Coroutine", MethodKind.COROUTINE,
            "java.util.concurrent.CompletableFuture", MethodKind.FUTURE,
            "java.util.concurrent.CompletionStage", MethodKind.FUTURE,
            "dev.javait.AsyncIterable", MethodKind.GENERATOR);

    private Signatures() {}

    /** @throws Erroneous if no async method may return {@code type} */
    static MethodKind kind(TypeMirror type) {
        if (type.getKind() == TypeKind.VOID) return MethodKind.ENTRY_POINT;
        if (type instanceof DeclaredType declared) {
            String name =
                    ((TypeElement) declared.asElement()).getQualifiedName().toString();
            MethodKind kind = BY_NAME.get(name);
            if (kind != null) return kind;
        }
        throw new Erroneous("an @Async method that returns " + type);
    }
}
