package dev.javait.processor.link;

import java.util.List;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** How javac lays out the constructors of a local or anonymous class. */
final class LocalConstructor {
    private static final String CAPTURED = "val$";

    private LocalConstructor() {}

    /** A captured variable, which the constructor takes as one of its last parameters. */
    record Capture(String variable, String descriptor) {}

    /** The captured variables of {@code local} in the order of the parameters, which all its constructors have in common. */
    static List<Capture> captures(ClassNode local) {
        TreeMap<Integer, Capture> bySlot = new TreeMap<>();
        for (MethodNode method : local.methods) {
            if (!method.name.equals("<init>") || !bySlot.isEmpty()) continue;
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof FieldInsnNode store
                        && isCapture(local, store)
                        && store.getPrevious() instanceof VarInsnNode load) {
                    bySlot.put(load.var, new Capture(store.name.substring(CAPTURED.length()), store.desc));
                }
            }
        }
        return List.copyOf(bySlot.values());
    }

    private static boolean isCapture(ClassNode local, FieldInsnNode store) {
        return store.getOpcode() == Opcodes.PUTFIELD
                && store.owner.equals(local.name)
                && local.fields.stream()
                        .filter(field -> field.name.equals(store.name))
                        .anyMatch(LocalConstructor::isCapture);
    }

    static boolean isCapture(FieldNode field) {
        return field.name.startsWith(CAPTURED) && (field.access & Opcodes.ACC_SYNTHETIC) != 0;
    }

    /** Whether the first parameter is an enclosing instance of type {@code outer}. */
    static boolean takesOuter(MethodNode constructor, String outer) {
        Type[] parameters = Type.getArgumentTypes(constructor.desc);
        return parameters.length > 0 && parameters[0].equals(Type.getObjectType(outer));
    }
}
