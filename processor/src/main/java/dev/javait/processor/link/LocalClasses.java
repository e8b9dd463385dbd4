package dev.javait.processor.link;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
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
        return findOuterField(node)
                .orElseThrow(() -> new IllegalStateException(node.name + " holds no enclosing instance"));
    }

    /** In front of {@code super(…)}, javac 17 takes the instance around the one that is made for a captured variable. */
    static Optional<String> findOuterField(ClassNode node) {
        return synthetic(node, "this$").or(() -> synthetic(node, "val$this$"));
    }

    private static Optional<String> synthetic(ClassNode node, String prefix) {
        return node.fields.stream()
                .filter(field -> field.name.startsWith(prefix) && (field.access & Opcodes.ACC_SYNTHETIC) != 0)
                .map(field -> field.name)
                .findFirst();
    }
}
