package dev.javait.processor.link;

import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Whether code uses protected members of a class, as far as names and descriptors tell. */
final class Protected {
    private Protected() {}

    /** Adds the members of other classes that the code of {@code node} uses. */
    static void addUsed(ClassNode node, Set<String> used) {
        for (MethodNode method : node.methods) {
            Handles.uses(method, handle -> used.add(Methods.key(handle.getName(), handle.getDesc())));
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof FieldInsnNode field) used.add(Methods.key(field.name, field.desc));
            }
        }
        for (InnerClassNode inner : node.innerClasses) used.add(inner.name);
    }

    static boolean isUsed(ClassNode owner, Set<String> used) {
        return owner.methods.stream()
                        .anyMatch(m ->
                                is(m.access) && !m.name.equals("<init>") && used.contains(Methods.key(m.name, m.desc)))
                || owner.fields.stream().anyMatch(f -> is(f.access) && used.contains(Methods.key(f.name, f.desc)))
                || owner.innerClasses.stream()
                        .anyMatch(i -> owner.name.equals(i.outerName) && is(i.access) && used.contains(i.name));
    }

    private static boolean is(int access) {
        return (access & Opcodes.ACC_PROTECTED) != 0;
    }
}
