package dev.javait.processor.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/**
 * Bounds of a type parameter as javac lets source write them. It makes no objection to {@code AbstractList<?> & Serializable} where it finds that type itself, but as bounds it
 * captures the wildcard once for each supertype, and finds that the captures do not agree; with a type parameter in the place of the wildcard they do.
 */
final class OpenBounds {
    private final Types types;
    private final Consumer<TypeVariable> keep;
    private final Map<String, TypeMirror> opened = new HashMap<>();

    /** @param keep has a type parameter stand for a captured wildcard */
    OpenBounds(Types types, Consumer<TypeVariable> keep) {
        this.types = types;
        this.keep = keep;
    }

    List<TypeMirror> of(List<? extends TypeMirror> bounds) {
        List<TypeMirror> open = new ArrayList<>();
        for (TypeMirror bound : bounds) open.add(isInTheWay(bound, bounds) ? open((DeclaredType) bound) : bound);
        return open;
    }

    private boolean isInTheWay(TypeMirror bound, List<? extends TypeMirror> bounds) {
        if (bounds.size() == 1 || !hasWildcards(bound)) return false;
        boolean isClass = ((DeclaredType) bound).asElement().getKind().isClass();
        return isClass || bounds.stream().anyMatch(other -> other != bound && haveInCommon(bound, other));
    }

    private static boolean hasWildcards(TypeMirror bound) {
        return bound.getKind() == TypeKind.DECLARED
                && bound instanceof DeclaredType declared
                && declared.getTypeArguments().stream().anyMatch(WildcardType.class::isInstance);
    }

    /** Whether both inherit from the same generic type. */
    private boolean haveInCommon(TypeMirror bound, TypeMirror other) {
        Set<Element> ofBoth = generic(bound, new HashSet<>());
        ofBoth.retainAll(generic(other, new HashSet<>()));
        return !ofBoth.isEmpty();
    }

    private Set<Element> generic(TypeMirror type, Set<Element> found) {
        if (type instanceof DeclaredType declared
                && !((TypeElement) declared.asElement()).getTypeParameters().isEmpty()) found.add(declared.asElement());
        types.directSupertypes(type).forEach(supertype -> generic(supertype, found));
        return found;
    }

    private static boolean isUnbounded(TypeParameterElement parameter) {
        return parameter.getBounds().stream().allMatch(TypeReader::isObject);
    }

    /** Equal wildcards are taken for the same: what the bounds have in common is the type argument of all of them. */
    private TypeMirror open(DeclaredType bound) {
        if (!(types.capture(bound) instanceof DeclaredType captured)) return bound;
        var element = (TypeElement) bound.asElement();
        TypeMirror[] arguments = bound.getTypeArguments().toArray(new TypeMirror[0]);
        for (int i = 0; i < arguments.length; i++) {
            if (!(arguments[i] instanceof WildcardType wildcard)
                    || wildcard.getSuperBound() != null
                    || !isUnbounded(element.getTypeParameters().get(i))
                    || !(captured.getTypeArguments().get(i) instanceof TypeVariable variable)) continue;
            if (!opened.containsKey(wildcard.toString())) {
                keep.accept(variable);
                opened.put(wildcard.toString(), variable);
            }
            arguments[i] = opened.get(wildcard.toString());
        }
        return bound.getEnclosingType() instanceof DeclaredType outer
                ? types.getDeclaredType(outer, element, arguments)
                : types.getDeclaredType(element, arguments);
    }
}
