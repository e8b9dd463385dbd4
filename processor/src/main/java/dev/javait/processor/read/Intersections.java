package dev.javait.processor.read;

import dev.javait.processor.model.AsyncMethod;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Part;
import dev.javait.processor.model.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Intersection types, which {@code var v = yes ? 1 : "s"} gives a variable and no source can write. A type parameter can have the
 * same bounds, so one stands for each; what is assigned to a variable of such a type is cast to it, which checks nothing.
 */
final class Intersections {
    private final Types types;
    private final Predicate<TypeElement> accessible;
    private final Set<String> taken;
    private final Function<TypeMirror, Code> write;
    private final Map<IntersectionType, String> names = new LinkedHashMap<>();
    private final Map<String, List<Type>> bounds = new LinkedHashMap<>();

    Intersections(Types types, Predicate<TypeElement> accessible, Set<String> taken, Function<TypeMirror, Code> write) {
        this.types = types;
        this.accessible = accessible;
        this.taken = taken;
        this.write = write;
    }

    /** The name that stands for {@code type}, or its only bound that counts. */
    Code of(IntersectionType type) {
        for (Map.Entry<IntersectionType, String> known : names.entrySet()) {
            if (types.isSameType(known.getKey(), type)) return Code.of(known.getValue());
        }
        List<? extends TypeMirror> written = writable(type);
        boolean isVariable = written.get(0).getKind() == TypeKind.TYPEVAR;
        // nothing may stand beside a type variable in a bound
        if (written.size() == 1 || isVariable) return write.apply(written.get(0));
        String name = fresh();
        names.put(type, name);
        bounds.put(name, List.of());
        bounds.put(
                name,
                written.stream()
                        .map(bound -> new Type(write.apply(bound), Type.Kind.REFERENCE))
                        .toList());
        return Code.of(name);
    }

    /** The bounds that the generated class may name; for one that it may not, what that one extends. */
    private List<? extends TypeMirror> writable(IntersectionType type) {
        List<TypeMirror> found = new ArrayList<>();
        type.getBounds().forEach(bound -> addWritable(bound, found));
        return found.isEmpty() ? type.getBounds().subList(0, 1) : found;
    }

    private void addWritable(TypeMirror bound, List<TypeMirror> found) {
        if (TypeReader.isObject(bound)) return;
        if (bound instanceof DeclaredType declared && !accessible.test((TypeElement) declared.asElement())) {
            types.directSupertypes(bound).forEach(supertype -> addWritable(supertype, found));
        } else if (found.stream().noneMatch(known -> types.isSameType(known, bound))) {
            found.add(bound);
        }
    }

    private String fresh() {
        for (int i = names.size() + 1; ; i++) {
            String name = "Both$" + i;
            if (!taken.contains(name) && !names.containsValue(name)) return name;
        }
    }

    List<AsyncMethod.TypeParameter> parameters() {
        return bounds.entrySet().stream()
                .map(e -> new AsyncMethod.TypeParameter(e.getKey(), e.getValue()))
                .toList();
    }

    /** Whether {@code type} names one. */
    boolean areIn(Code type) {
        return type.parts().stream()
                .anyMatch(part -> part instanceof Part.Text text && bounds.containsKey(text.text()));
    }
}
