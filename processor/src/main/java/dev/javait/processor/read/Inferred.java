package dev.javait.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.model.Code;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * The type arguments that javac has found for a call. In {@code optional.map(await(f(x -> x.name())))} the lambda is a {@code Function<? super Person, ? extends String>}, which tells that the
 * call gives an {@code Optional<String>}; of a variable of that type the wildcard would be captured. So the type argument is written there.
 */
final class Inferred {
    private final Body body;
    private final TreePath path;

    /** @param path the call */
    Inferred(Body body, TreePath path) {
        this.body = body;
        this.path = path;
    }

    /** {@code <String>}, if one of the {@code operands}, those that become variables, has a wildcard in its type; else nothing. */
    Code typeArguments(Collection<TreePath> operands) {
        if (path.getLeaf() instanceof NewClassTree made) return ofClass(made, operands);
        if (!(path.getLeaf() instanceof MethodInvocationTree call)
                || !call.getTypeArguments().isEmpty()
                || !(body.source.element(new TreePath(path, call.getMethodSelect()))
                        instanceof ExecutableElement method)
                || method.getTypeParameters().isEmpty()
                || !mayMislead(method, method.getTypeParameters(), call.getArguments(), operands)
                || !(body.source.type(new TreePath(path, call.getMethodSelect())) instanceof ExecutableType called))
            return Code.EMPTY;
        List<TypeMirror> arguments = arguments(method, called);
        // for a wildcard that javac 17 has captured in a call within another generic one, there is the type parameter
        // itself
        boolean isOpen = !isWithin(method)
                && arguments.stream().anyMatch(argument -> names(argument, method.getTypeParameters()));
        return isOpen || hasOthers(arguments, operands) ? Code.EMPTY : written(arguments);
    }

    /** Whether {@code arguments} speak of what has been captured for something else than the {@code operands}: it will be captured anew. */
    private boolean hasOthers(List<TypeMirror> arguments, Collection<TreePath> operands) {
        Set<TypeMirror> known = new HashSet<>();
        var captures = new SharedCaptures(body, path);
        for (TreePath operand : operands) addCaptured(captures.type(operand), known);
        Set<TypeMirror> named = new HashSet<>();
        for (TypeMirror argument : arguments) addCaptured(argument, named);
        return !known.containsAll(named);
    }

    /** Adds the captured wildcards that {@code type} names, however deep. */
    static void addCaptured(@Nullable TypeMirror type, Set<TypeMirror> found) {
        if (type instanceof ArrayType array) addCaptured(array.getComponentType(), found);
        else if (type instanceof WildcardType wildcard) {
            addCaptured(wildcard.getExtendsBound(), found);
            addCaptured(wildcard.getSuperBound(), found);
        } else if (type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED) {
            declared.getTypeArguments().forEach(argument -> addCaptured(argument, found));
            addCaptured(declared.getEnclosingType(), found);
        } else if (type != null && TypeReader.isCaptured(type)) found.add(type);
    }

    private boolean isWithin(ExecutableElement method) {
        for (TreePath outer = path; outer != null; outer = outer.getParentPath())
            if (outer.getLeaf() instanceof MethodTree && method.equals(body.source.element(outer))) return true;
        return false;
    }

    private Code ofClass(NewClassTree made, Collection<TreePath> operands) {
        boolean isInferred = made.getIdentifier() instanceof ParameterizedTypeTree named
                && named.getTypeArguments().isEmpty()
                && made.getClassBody() == null;
        return isInferred
                        && body.source.element(path) instanceof ExecutableElement constructor
                        && body.source.type(path) instanceof DeclaredType type
                        && mayMislead(constructor, parametersOf(type), made.getArguments(), operands)
                ? written(type.getTypeArguments())
                : Code.EMPTY;
    }

    private static List<? extends TypeParameterElement> parametersOf(DeclaredType type) {
        return ((javax.lang.model.element.TypeElement) type.asElement()).getTypeParameters();
    }

    private Code written(List<? extends TypeMirror> arguments) {
        boolean exact = !arguments.isEmpty() && arguments.stream().allMatch(body.typeReader::isExact);
        return exact ? body.typeReader.arguments(arguments) : Code.EMPTY;
    }

    /** Whether a wildcard in the type of one of {@code operands} stands where the method says one of {@code parameters}. */
    private boolean mayMislead(
            ExecutableElement method,
            List<? extends TypeParameterElement> parameters,
            List<? extends ExpressionTree> arguments,
            Collection<TreePath> operands) {
        for (TreePath operand : operands) {
            int index = arguments.indexOf(operand.getLeaf());
            if (index < 0 || !(body.source.type(operand) instanceof DeclaredType type)) continue;
            boolean hasWildcards = type.getTypeArguments().stream()
                    .anyMatch(argument -> argument instanceof WildcardType || TypeReader.isCaptured(argument));
            int last = method.getParameters().size() - 1;
            TypeMirror formal =
                    method.getParameters().get(Math.min(index, last)).asType();
            if (hasWildcards && names(formal, parameters)) return true;
        }
        return false;
    }

    /** Whether {@code type} names one of {@code parameters}. */
    static boolean names(TypeMirror type, List<? extends TypeParameterElement> parameters) {
        if (type instanceof TypeVariable variable) return parameters.contains(variable.asElement());
        if (type instanceof ArrayType array) return names(array.getComponentType(), parameters);
        if (type instanceof WildcardType wildcard)
            return (wildcard.getExtendsBound() != null && names(wildcard.getExtendsBound(), parameters))
                    || (wildcard.getSuperBound() != null && names(wildcard.getSuperBound(), parameters));
        return type instanceof DeclaredType declared
                && declared.getTypeArguments().stream().anyMatch(argument -> names(argument, parameters));
    }

    /** What stands for the type parameters of {@code method} where it is {@code called}; empty if that does not tell. */
    private static List<TypeMirror> arguments(ExecutableElement method, ExecutableType called) {
        Map<Element, TypeMirror> found = new HashMap<>();
        int shared = Math.min(
                method.getParameters().size(), called.getParameterTypes().size());
        for (int i = 0; i < shared; i++)
            match(
                    method.getParameters().get(i).asType(),
                    called.getParameterTypes().get(i),
                    found);
        match(method.getReturnType(), called.getReturnType(), found);
        List<TypeMirror> arguments = new ArrayList<>();
        for (TypeParameterElement parameter : method.getTypeParameters()) {
            TypeMirror argument = found.get(parameter);
            if (argument == null) return List.of();
            arguments.add(argument);
        }
        return arguments;
    }

    /** Notes what stands in {@code actual} for the type variables of {@code formal}. */
    static void match(TypeMirror formal, @Nullable TypeMirror actual, Map<Element, TypeMirror> found) {
        if (actual == null) return;
        if (formal instanceof TypeVariable variable) {
            if (!(actual instanceof WildcardType)) found.putIfAbsent(variable.asElement(), actual);
        } else if (formal instanceof ArrayType array && actual instanceof ArrayType other) {
            match(array.getComponentType(), other.getComponentType(), found);
        } else if (formal instanceof WildcardType wildcard && actual instanceof WildcardType other) {
            if (wildcard.getExtendsBound() != null) match(wildcard.getExtendsBound(), other.getExtendsBound(), found);
            if (wildcard.getSuperBound() != null) match(wildcard.getSuperBound(), other.getSuperBound(), found);
        } else if (formal instanceof DeclaredType declared
                && actual instanceof DeclaredType other
                && declared.asElement().equals(other.asElement())
                && declared.getTypeArguments().size()
                        == other.getTypeArguments().size()) {
            for (int i = 0; i < declared.getTypeArguments().size(); i++)
                match(
                        declared.getTypeArguments().get(i),
                        other.getTypeArguments().get(i),
                        found);
        }
    }
}
