package dev.javait.processor.link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnList;

/**
 * The fields of local classes that hold captured variables. Some versions of javac let a class within a local class keep its own copies, others let
 * it ask its enclosing instance. The opened view shows all of them in each class.
 */
final class CapturedFields {
    private CapturedFields() {}

    /** What the classes around {@code name} hold and it does not, the nearest one of each name. */
    static List<FieldNode> ofEnclosing(String name, Nests nests) {
        Map<String, FieldNode> found = new LinkedHashMap<>();
        for (ClassNode outer = enclosing(nests.get(name), nests); outer != null; outer = enclosing(outer, nests)) {
            for (FieldNode field : outer.fields) {
                if (LocalConstructor.isCapture(field)) found.putIfAbsent(field.name, field);
            }
        }
        nests.get(name).fields.forEach(own -> found.remove(own.name));
        return List.copyOf(found.values());
    }

    /** Lets {@code read}, in {@code code}, which the view may have led to a class that does not hold what it reads, go to the one that does. */
    static void reach(InsnList code, FieldInsnNode read, Nests nests) {
        if (ofEnclosing(read.owner, nests).stream().noneMatch(field -> field.name.equals(read.name))) return;
        for (ClassNode at = nests.get(read.owner); !holds(at, read.name); at = nests.get(read.owner)) {
            String outer = outer(at);
            String field = LocalClasses.outerField(at);
            code.insertBefore(
                    read,
                    new FieldInsnNode(
                            Opcodes.GETFIELD,
                            at.name,
                            field,
                            Type.getObjectType(outer).getDescriptor()));
            read.owner = outer;
        }
    }

    private static boolean holds(ClassNode node, String name) {
        return node.fields.stream().anyMatch(field -> field.name.equals(name));
    }

    private static @Nullable ClassNode enclosing(ClassNode node, Nests nests) {
        String outer = LocalClasses.enclosing(node);
        return outer != null && nests.contains(outer) ? nests.get(outer) : null;
    }

    private static String outer(ClassNode node) {
        String outer = LocalClasses.enclosing(node);
        if (outer == null) throw new IllegalStateException(node.name + " is an outermost class");
        return outer;
    }
}
