package dev.javait.processor.link;

import static org.objectweb.asm.Opcodes.ACC_PRIVATE;

import java.util.OptionalInt;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Private members are not inherited, but in the opened view they are public: javac may have found one through a subclass,
 * where the user's code has found something else.
 */
final class Inherited {
    private Inherited() {}

    /** @throws IllegalStateException if {@code instruction} uses a member that its class does not really have */
    static void check(AbstractInsnNode instruction, Nests nests) {
        if (instruction instanceof MethodInsnNode call) check(call.owner, call.name, call.desc, nests);
        else if (instruction instanceof FieldInsnNode field) check(field.owner, field.name, field.desc, nests);
    }

    private static void check(String owner, String name, String descriptor, Nests nests) {
        for (String type = owner; type != null && nests.contains(type); type = nests.get(type).superName) {
            OptionalInt access = declared(nests.get(type), name, descriptor);
            if (access.isEmpty()) continue;
            if (type.equals(owner) || (access.getAsInt() & ACC_PRIVATE) == 0) return;
            throw new IllegalStateException(
                    owner + " does not inherit " + name + descriptor + ", which is private in " + type);
        }
    }

    private static OptionalInt declared(ClassNode type, String name, String descriptor) {
        for (MethodNode method : type.methods) {
            if (method.name.equals(name) && method.desc.equals(descriptor)) return OptionalInt.of(method.access);
        }
        for (FieldNode field : type.fields) {
            if (field.name.equals(name) && field.desc.equals(descriptor)) return OptionalInt.of(field.access);
        }
        return OptionalInt.empty();
    }
}
