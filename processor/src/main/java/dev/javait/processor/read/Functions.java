package dev.javait.processor.read;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Functional interfaces. */
final class Functions {
    private final Body body;

    Functions(Body body) {
        this.body = body;
    }

    /** The method of {@code type} that a lambda implements. */
    Optional<ExecutableElement> method(@Nullable TypeMirror type) {
        if (!(type instanceof DeclaredType declared)) return Optional.empty();
        for (Element member : body.elements.getAllMembers((TypeElement) declared.asElement())) {
            if (member instanceof ExecutableElement method
                    && method.getModifiers().contains(Modifier.ABSTRACT)
                    && !isObjectMethod(method)) return Optional.of(method);
        }
        return Optional.empty();
    }

    /** Whether what a lambda of {@code type} gives goes nowhere. */
    boolean givesNothing(@Nullable TypeMirror type) {
        return method(type)
                .filter(method -> method.getReturnType().getKind() == TypeKind.VOID)
                .isPresent();
    }

    /** What a lambda of {@code type} gives, if it is anything. */
    Optional<TypeMirror> result(@Nullable TypeMirror type) {
        return member(type)
                .map(method -> bound(method.getReturnType()))
                .filter(result -> result.getKind() != TypeKind.VOID);
    }

    /** What a lambda of {@code type} takes. */
    List<TypeMirror> parameters(@Nullable TypeMirror type) {
        return member(type).stream()
                .flatMap(method -> method.getParameterTypes().stream())
                .map(Functions::bound)
                .toList();
    }

    private Optional<ExecutableType> member(@Nullable TypeMirror type) {
        return method(type).map(method ->
                (ExecutableType) body.types.asMemberOf((DeclaredType) Objects.requireNonNull(type), method));
    }

    private static TypeMirror bound(TypeMirror type) {
        if (!(type instanceof WildcardType wildcard)) return type;
        TypeMirror bound = wildcard.getExtendsBound() != null ? wildcard.getExtendsBound() : wildcard.getSuperBound();
        return bound != null ? bound : type;
    }

    private boolean isObjectMethod(ExecutableElement method) {
        TypeElement object = body.elements.getTypeElement("java.lang.Object");
        return object.getEnclosedElements().stream()
                .filter(ExecutableElement.class::isInstance)
                .map(ExecutableElement.class::cast)
                .anyMatch(m -> m.getSimpleName().equals(method.getSimpleName())
                        && m.getParameters().size() == method.getParameters().size()
                        && m.getModifiers().contains(Modifier.PUBLIC));
    }
}
