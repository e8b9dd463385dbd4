package dev.javait.processor.read;

import dev.javait.processor.model.MethodKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What an {@code @Async} method gives, by its return type. */
final class Signatures {
    private Signatures() {}

    /** @throws Erroneous if no async method may return {@code type} */
    static MethodKind kind(TypeMirror type) {
        if (type.getKind() == TypeKind.VOID) return MethodKind.ENTRY_POINT;
        if (type instanceof DeclaredType declared) {
            String name =
                    ((TypeElement) declared.asElement()).getQualifiedName().toString();
            switch (name) {
                case "dev.javait.Coroutine":
                    return MethodKind.COROUTINE;
                case "java.util.concurrent.CompletableFuture", "java.util.concurrent.CompletionStage":
                    return MethodKind.FUTURE;
                case "dev.javait.AsyncIterable":
                    return MethodKind.GENERATOR;
                default:
                    break;
            }
        }
        throw new Erroneous("an @Async method that returns " + type);
    }
}
