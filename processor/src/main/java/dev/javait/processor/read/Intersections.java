package dev.javait.processor.read;

import dev.javait.processor.model.AsyncMethod;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Part;
import dev.javait.processor.model.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.UnionType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Intersection types, which {@code var v = yes ? 1 : "s"} gives a variable and no source can write. A type parameter can have the
 * same bounds, so one stands for each; what is assigned to a variable of such a type is cast to it, which checks nothing. The same holds for
 * captured wildcards that {@linkplain SharedCaptures two types name}.
 */
final class Intersections {
    private final Types types;
    private final Predicate<TypeElement> accessible;
    private final Set<String> taken;
    private final Function<TypeMirror, Code> write;
    private final Map<List<TypeMirror>, String> names = new LinkedHashMap<>();
    private final Map<TypeVariable, String> captures = new HashMap<>();
    private final Map<String, List<Type>> bounds = new LinkedHashMap<>();

    Intersections(Types types, Predicate<TypeElement> accessible, Set<String> taken, Function<TypeMirror, Code> write) {
        this.types = types;
        this.accessible = accessible;
        this.taken = taken;
        this.write = write;
    }

    /** The name that stands for {@code type}, or its only bound that counts. */
    Code of(IntersectionType type) {
        return of(List.copyOf(type.getBounds()));
    }

    /** The same for what all of {@code catch (A | B e)} have in common. */
    Code of(UnionType type) {
        TypeMirror first = types.erasure(type);
        List<? extends TypeMirror> all = types.directSupertypes(type);
        // of a single class these are what it extends
        boolean isClass = all.stream().noneMatch(bound -> types.isSameType(types.erasure(bound), first));
        return isClass ? write.apply(first) : of(List.copyOf(all));
    }

    private Code of(List<TypeMirror> all) {
        for (Map.Entry<List<TypeMirror>, String> known : names.entrySet()) {
            if (areSame(known.getKey(), all)) return Code.of(known.getValue());
        }
        List<? extends TypeMirror> written = writable(all);
        boolean isVariable = written.get(0).getKind() == TypeKind.TYPEVAR;
        // nothing may stand beside a type variable in a bound
        if (written.size() == 1 || isVariable) return write.apply(written.get(0));
        String name = fresh("Both$");
        names.put(all, name);
        setBounds(name, new OpenBounds(types, this::keep).of(written));
        return Code.of(name);
    }

    private boolean areSame(List<TypeMirror> some, List<TypeMirror> others) {
        return some.size() == others.size()
                && some.stream().allMatch(one -> others.stream().anyMatch(other -> types.isSameType(one, other)));
    }

    /** Has a type parameter stand for a captured wildcard. */
    void keep(TypeVariable captured) {
        if (captures.containsKey(captured)) return;
        String name = fresh("Captured$");
        captures.put(captured, name);
        TypeMirror upper = captured.getUpperBound();
        List<? extends TypeMirror> written =
                upper instanceof IntersectionType both ? writable(both.getBounds()) : List.of(upper);
        setBounds(
                name,
                written.stream().filter(bound -> !TypeReader.isObject(bound)).toList());
    }

    /** The name that stands for {@code variable}; null for one that is no captured wildcard, or not kept. */
    @Nullable
    String nameOf(TypeVariable variable) {
        return captures.get(variable);
    }

    private void setBounds(String name, List<? extends TypeMirror> written) {
        // the bounds may name it
        bounds.put(name, List.of());
        bounds.put(
                name,
                written.stream()
                        .map(bound -> new Type(write.apply(bound), Type.Kind.REFERENCE))
                        .toList());
    }

    /** The bounds that the generated class may name; for one that it may not, what that one extends. */
    private List<? extends TypeMirror> writable(List<? extends TypeMirror> all) {
        List<TypeMirror> found = new ArrayList<>();
        all.forEach(bound -> addWritable(bound, found));
        return found.isEmpty() ? all.subList(0, 1) : found;
    }

    private void addWritable(TypeMirror bound, List<TypeMirror> found) {
        if (TypeReader.isObject(bound)) return;
        if (bound instanceof DeclaredType declared && !accessible.test((TypeElement) declared.asElement())) {
            types.directSupertypes(bound).forEach(supertype -> addWritable(supertype, found));
        } else if (found.stream().noneMatch(known -> types.isSameType(known, bound))) {
            found.add(bound);
        }
    }

    private String fresh(String prefix) {
        for (int i = 1; ; i++) {
            String name = prefix + i;
            if (!taken.contains(name) && !bounds.containsKey(name)) return name;
        }
    }

    List<AsyncMethod.TypeParameter> parameters() {
        return bounds.entrySet().stream()
                .map(e -> new AsyncMethod.TypeParameter(e.getKey(), e.getValue()))
                .toList();
    }

    /** Whether {@code type} names a type parameter that stands for something. */
    boolean standIn(Code type) {
        return names(type, bounds.keySet());
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /** Whether {@code type} names one that stands for an intersection. */
    boolean areIn(Code type) {
        return names(type, names.values());
    }

    /** Those that {@code type} names. */
    Set<String> in(Code type) {
        return names.values().stream()
                .filter(name -> names(type, List.of(name)))
                .collect(Collectors.toSet());
    }

    private static boolean names(Code type, Collection<String> parameters) {
        return type.parts().stream()
                .anyMatch(part -> part instanceof Part.Text text && parameters.contains(text.text()));
    }
}
