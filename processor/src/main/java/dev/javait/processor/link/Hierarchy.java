package dev.javait.processor.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** The classes that a compilation sees with what they extend, each read once; a class that is not found extends nothing. */
final class Hierarchy {
    private final Nests nests;
    private final ClassFiles files;
    private final Map<String, Optional<ClassNode>> classes = new HashMap<>();

    Hierarchy(Nests nests, ClassFiles files) {
        this.nests = nests;
        this.files = files;
    }

    /** Makes known what no class file declares yet. */
    void add(ClassNode made) {
        classes.put(made.name, Optional.of(made));
    }

    /** The class without its code, or null where that cannot be told. */
    @Nullable
    ClassNode find(String name) {
        return classes.computeIfAbsent(name, this::read).orElse(null);
    }

    private Optional<ClassNode> read(String name) {
        if (nests.contains(name)) return Optional.of(nests.get(name));
        return files.any(name).map(ClassFile::outline);
    }

    /** None of an interface: what its class file calls so is Object. */
    @Nullable
    String superclass(String name) {
        ClassNode node = find(name);
        return node == null || (node.access & Opcodes.ACC_INTERFACE) != 0 ? null : node.superName;
    }

    /** From the nearest to the furthest. */
    List<String> superclasses(String name) {
        List<String> found = new ArrayList<>();
        for (String type = superclass(name); type != null; type = superclass(type)) found.add(type);
        return found;
    }

    boolean isSubclass(String type, String other) {
        return type.equals(other) || superclasses(type).contains(other);
    }

    /** The class that {@code owner} has the member from, be it itself; null where that cannot be told, and for what it has from an interface. */
    @Nullable
    String declaring(String owner, String name, String descriptor) {
        for (String type = owner; type != null; type = superclass(type)) {
            if (access(type, name, descriptor).isPresent()) return type;
        }
        return null;
    }

    /** The flags of the member that {@code type} declares itself, if it does. */
    OptionalInt access(String type, String name, String descriptor) {
        ClassNode node = find(type);
        if (node == null) return OptionalInt.empty();
        for (MethodNode method : node.methods) {
            if (method.name.equals(name) && method.desc.equals(descriptor)) return OptionalInt.of(method.access);
        }
        for (FieldNode field : node.fields) {
            if (field.name.equals(name) && field.desc.equals(descriptor)) return OptionalInt.of(field.access);
        }
        return OptionalInt.empty();
    }
}
