package dev.javait.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Looks a type up as one of its supertypes. */
final class Supertypes {
    private Supertypes() {}

    /** The type argument of {@code type} as a {@code generic<X>}; empty when it is none or raw. */
    static Optional<TypeMirror> argument(Body body, @Nullable TypeMirror type, String generic) {
        if (type == null) return Optional.empty();
        if (type instanceof DeclaredType declared
                && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(generic)) {
            List<? extends TypeMirror> arguments = declared.getTypeArguments();
            return arguments.isEmpty() ? Optional.empty() : Optional.of(bound(body, arguments.get(0)));
        }
        for (TypeMirror supertype : body.types.directSupertypes(type)) {
            Optional<TypeMirror> found = argument(body, supertype, generic);
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private static TypeMirror bound(Body body, TypeMirror argument) {
        if (!(argument instanceof WildcardType wildcard)) return argument;
        return wildcard.getExtendsBound() != null
                ? wildcard.getExtendsBound()
                : body.elements.getTypeElement("java.lang.Object").asType();
    }
}
