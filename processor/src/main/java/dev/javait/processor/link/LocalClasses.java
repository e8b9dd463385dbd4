package dev.javait.processor.link;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InnerClassNode;

/** How a class lies in others. */
final class LocalClasses {
    private LocalClasses() {}

    /** Whether {@code node} is declared in a method, an initialiser or an expression. */
    static boolean isLocal(ClassNode node) {
        return node.outerClass != null;
    }

    /** The class that {@code node} is declared in, or null for a top-level class. */
    static @Nullable String enclosing(ClassNode node) {
        if (isLocal(node)) return node.outerClass;
        for (InnerClassNode inner : node.innerClasses) {
            if (inner.name.equals(node.name)) return inner.outerName;
        }
        return null;
    }

    /** The name of the field that holds {@code node}'s enclosing instance. */
    static String outerField(ClassNode node) {
        return node.fields.stream()
                .filter(LocalClasses::isOuterField)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(node.name + " holds no enclosing instance"))
                .name;
    }

    private static boolean isOuterField(FieldNode field) {
        return field.name.startsWith("this$") && (field.access & Opcodes.ACC_SYNTHETIC) != 0;
    }
}
