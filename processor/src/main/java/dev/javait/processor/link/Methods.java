package dev.javait.processor.link;

import java.util.Optional;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** Methods of class nodes. */
final class Methods {
    private Methods() {}

    static Optional<MethodNode> find(ClassNode owner, String name, String descriptor) {
        for (MethodNode method : owner.methods)
            if (method.name.equals(name) && method.desc.equals(descriptor)) return Optional.of(method);
        return Optional.empty();
    }

    /** A copy of the method with its instructions. */
    static MethodNode code(MethodNode method) {
        MethodNode copy = new MethodNode(method.access, method.name, method.desc, method.signature, null);
        method.accept(copy);
        return copy;
    }

    /** Whether the method has been compiled with the numbers of lines. */
    static boolean hasLines(MethodNode method) {
        for (AbstractInsnNode instruction : method.instructions) if (instruction instanceof LineNumberNode) return true;
        return false;
    }

    /** What tells a method from all others of its class. */
    static String key(String name, String descriptor) {
        return name + descriptor;
    }
}
