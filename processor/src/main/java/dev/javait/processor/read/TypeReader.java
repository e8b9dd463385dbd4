package dev.javait.processor.read;

import dev.javait.processor.model.AsyncMethod;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.UnionType;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Types as generated source can write them. A captured wildcard is projected upwards, as {@code var} does it; for an intersection
 * stands a type parameter with its bounds.
 */
final class TypeReader {
    private static final int DEEPEST = 4;

    private final Types types;
    private final ClassNames names;
    /** Type parameters that one further in hides: the user's text cannot name them, but types still do. */
    private final Map<Element, String> hidden = new HashMap<>();

    private final Intersections intersections;
    /** Captured wildcards for which nothing stands at the moment. */
    private Set<TypeMirror> open = Set.of();

    /** @param taken the names that type parameters must not have */
    TypeReader(Types types, ClassNames names, Predicate<TypeElement> accessible, Set<String> taken) {
        this.types = types;
        this.names = names;
        this.intersections = new Intersections(types, accessible, taken, bound -> reference(bound, 0));
    }

    /** The type parameters that stand for intersections so far. */
    List<AsyncMethod.TypeParameter> intersections() {
        return intersections.parameters();
    }

    Type of(@Nullable TypeMirror type) {
        if (type == null) throw new Erroneous("an expression without a type");
        return switch (type.getKind()) {
            case BOOLEAN, BYTE, SHORT, CHAR, INT, LONG, FLOAT, DOUBLE ->
                Type.primitive(Type.Kind.valueOf(type.getKind().name()));
            case VOID -> Type.VOID;
            case NULL, NONE -> Type.OBJECT;
            default -> {
                Code code = reference(type, 0);
                yield new Type(code, Type.Kind.REFERENCE, intersections.standIn(code));
            }
        };
    }

    /** The boxed type of a primitive, any other as it is. */
    Type boxed(TypeMirror type) {
        if (type.getKind() == TypeKind.VOID) return of(type);
        return of(
                type.getKind().isPrimitive()
                        ? types.boxedClass((javax.lang.model.type.PrimitiveType) type)
                                .asType()
                        : type);
    }

    /** {@code ((T) object)}. */
    Code cast(TypeMirror type, Code object) {
        return Code.join("((", of(type), ") ", object, ")");
    }

    /** {@code <String, T>}. */
    Code arguments(List<? extends TypeMirror> arguments) {
        return arguments(arguments, 0);
    }

    /** From now on {@code parameter} goes by {@code name}. */
    void rename(Element parameter, String name) {
        hidden.put(parameter, name);
    }

    /** What the generated source calls the type parameter {@code parameter}. */
    String nameOf(Element parameter) {
        return hidden.getOrDefault(parameter, parameter.getSimpleName().toString());
    }

    /** {@code type} without what stands for those of {@code captures}. */
    Type projected(@Nullable TypeMirror type, Set<TypeMirror> captures) {
        open = captures;
        try {
            return of(type);
        } finally {
            open = Set.of();
        }
    }

    private @Nullable String standIn(TypeVariable captured) {
        return open.contains(captured) ? null : intersections.nameOf(captured);
    }

    /** From now on a type parameter stands for {@code captured}, which has upper bounds only. */
    void keep(TypeVariable captured) {
        intersections.keep(captured);
    }

    /** Whether a type parameter stands for any of {@code captures}. */
    boolean isKept(Collection<TypeVariable> captures) {
        return captures.stream().anyMatch(captured -> intersections.nameOf(captured) != null);
    }

    /** Whether a type parameter stands for an intersection in anything that has been written. */
    boolean hasIntersections() {
        return !intersections.isEmpty();
    }

    /** The type parameters that stand for intersections in {@code type}. */
    Set<String> intersectionsIn(@Nullable TypeMirror type) {
        return intersections.in(of(type).code());
    }

    /** Whether a type parameter in {@code type} stands for an intersection. */
    boolean hasIntersections(Type type) {
        return intersections.areIn(type.code());
    }

    private Code reference(TypeMirror type, int depth) {
        return switch (type.getKind()) {
            case DECLARED -> declared((DeclaredType) type, depth);
            case ARRAY -> array((ArrayType) type, depth);
            case TYPEVAR -> variable((TypeVariable) type, depth);
            case INTERSECTION -> intersections.of((IntersectionType) type);
            case UNION -> intersections.of((UnionType) type);
            default -> throw new Erroneous("cannot write the type " + type);
        };
    }

    private Code variable(TypeVariable variable, int depth) {
        String kept = standIn(variable);
        if (kept != null) return Code.of(kept);
        return isCaptured(variable)
                ? reference(variable.getUpperBound(), depth + 1)
                : Code.of(nameOf(variable.asElement()));
    }

    private Code array(ArrayType array, int depth) {
        TypeMirror component = array.getComponentType();
        Code element = component.getKind().isPrimitive() ? of(component).code() : reference(component, depth);
        return Code.join(element, "[]");
    }

    private Code declared(DeclaredType type, int depth) {
        var element = (TypeElement) type.asElement();
        Code name;
        if (type.getEnclosingType() instanceof DeclaredType outer
                && isParameterized(outer)
                && element.getNestingKind() == NestingKind.MEMBER) {
            name = Code.join(declared(outer, depth), "." + element.getSimpleName());
        } else {
            name = Code.join(names.of(element));
        }
        return type.getTypeArguments().isEmpty() ? name : Code.join(name, arguments(type.getTypeArguments(), depth));
    }

    /** Whether {@code type} or one that it is a member of has type arguments. A local class's name says nothing of the class around it. */
    static boolean isParameterized(DeclaredType type) {
        if (!type.getTypeArguments().isEmpty()) return true;
        boolean isMember = ((TypeElement) type.asElement()).getNestingKind() == NestingKind.MEMBER;
        return isMember && type.getEnclosingType() instanceof DeclaredType outer && isParameterized(outer);
    }

    private Code arguments(List<? extends TypeMirror> arguments, int depth) {
        Code list = Code.of("<");
        for (int i = 0; i < arguments.size(); i++) {
            list = Code.join(list, i == 0 ? "" : ", ", argument(arguments.get(i), depth));
        }
        return Code.join(list, ">");
    }

    private Code argument(TypeMirror argument, int depth) {
        if (argument instanceof WildcardType wildcard) {
            TypeMirror lower = wildcard.getSuperBound();
            if (lower != null) return below(lower, depth);
            TypeMirror upper = wildcard.getExtendsBound();
            return upper == null ? Code.of("?") : extending(upper, depth);
        }
        if (isCaptured(argument)) {
            var captured = (TypeVariable) argument;
            String kept = standIn(captured);
            if (kept != null) return Code.of(kept);
            TypeMirror lower = captured.getLowerBound();
            if (lower != null && lower.getKind() != TypeKind.NULL) return below(lower, depth);
            return extending(captured.getUpperBound(), depth + 1);
        }
        return isExact(argument, true) ? reference(argument, depth) : extending(argument, depth);
    }

    /** Whether source can write {@code argument} once type parameters stand for captured wildcards. */
    boolean isExact(TypeMirror argument) {
        return isExact(argument, false);
    }

    private boolean isExact(TypeMirror argument, boolean withIntersections) {
        if (isDenotable(argument, 0)) return true;
        if (argument.getKind() == TypeKind.INTERSECTION) return withIntersections;
        if (argument instanceof TypeVariable variable) return standIn(variable) != null;
        if (argument instanceof WildcardType wildcard)
            return (wildcard.getExtendsBound() == null || isExact(wildcard.getExtendsBound(), withIntersections))
                    && (wildcard.getSuperBound() == null || isExact(wildcard.getSuperBound(), withIntersections));
        return argument instanceof DeclaredType declared
                && declared.getTypeArguments().stream().allMatch(inner -> isExact(inner, withIntersections));
    }

    /** What is above a captured type is above what that is above; nothing that has a name is below what is captured for a wildcard with an upper bound. */
    private Code below(TypeMirror lower, int depth) {
        boolean isOpen = isCaptured(lower) && standIn((TypeVariable) lower) == null;
        if (!isOpen) return Code.join("? super ", reference(lower, depth));
        TypeMirror further = ((TypeVariable) lower).getLowerBound();
        boolean isNone = further == null || further.getKind() == TypeKind.NULL || depth > DEEPEST;
        return isNone ? Code.of("?") : below(further, depth + 1);
    }

    private Code extending(TypeMirror upper, int depth) {
        if (depth > DEEPEST || isObject(upper)) return Code.of("?");
        return Code.join("? extends ", reference(upper, depth));
    }

    static boolean isObject(TypeMirror type) {
        return type instanceof DeclaredType declared
                && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals("java.lang.Object");
    }

    /** Whether {@code type} is what javac has for a wildcard, or for a type argument of which it knows nothing but that its bound names itself. */
    static boolean isCaptured(TypeMirror type) {
        if (!(type instanceof TypeVariable variable)) return false;
        Element element = variable.asElement();
        if (element.getSimpleName().contentEquals("<captured wildcard>")) return true;
        // of a call it has a variable then that goes by the name of the type parameter, and is not the one that is
        // declared
        return element.getEnclosingElement() instanceof Parameterizable declaring
                && !declaring.getTypeParameters().contains(element);
    }

    /** Whether source can write {@code type} exactly. */
    static boolean isDenotable(TypeMirror type, int depth) {
        if (depth > DEEPEST) return true;
        // before all else: javac's intersections call themselves declared types too
        if (type.getKind() == TypeKind.INTERSECTION) return false;
        if (type instanceof DeclaredType declared) {
            return declared.getTypeArguments().stream().allMatch(argument -> isDenotable(argument, depth + 1));
        }
        if (type instanceof ArrayType array) return isDenotable(array.getComponentType(), depth + 1);
        if (type instanceof WildcardType wildcard) {
            return (wildcard.getExtendsBound() == null || isDenotable(wildcard.getExtendsBound(), depth + 1))
                    && (wildcard.getSuperBound() == null || isDenotable(wildcard.getSuperBound(), depth + 1));
        }
        return !isCaptured(type);
    }
}
