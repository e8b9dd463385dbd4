package dev.javait.processor.link;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The method handles in a method's constants: lambda bodies, method references, bootstrap methods. */
final class Handles {
    private Handles() {}

    /** Replaces each handle of {@code instruction}. */
    static void replace(AbstractInsnNode instruction, UnaryOperator<Handle> change) {
        if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            dynamic.bsm = change.apply(dynamic.bsm);
            for (int i = 0; i < dynamic.bsmArgs.length; i++) dynamic.bsmArgs[i] = constant(dynamic.bsmArgs[i], change);
        } else if (instruction instanceof LdcInsnNode load) {
            load.cst = constant(load.cst, change);
        }
    }

    private static Object constant(Object constant, UnaryOperator<Handle> change) {
        if (constant instanceof Handle handle) return change.apply(handle);
        if (!(constant instanceof ConstantDynamic dynamic)) return constant;
        Object[] arguments = new Object[dynamic.getBootstrapMethodArgumentCount()];
        for (int i = 0; i < arguments.length; i++)
            arguments[i] = constant(dynamic.getBootstrapMethodArgument(i), change);
        return new ConstantDynamic(
                dynamic.getName(), dynamic.getDescriptor(), change.apply(dynamic.getBootstrapMethod()), arguments);
    }

    /** Gives {@code use} every method that {@code method} calls or has a handle of. */
    static void uses(MethodNode method, Consumer<Handle> use) {
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof MethodInsnNode call) {
                use.accept(new Handle(Opcodes.H_INVOKESTATIC, call.owner, call.name, call.desc, call.itf));
            }
            uses(instruction, use);
        }
    }

    /** Gives {@code use} every handle of {@code instruction}. */
    static void uses(AbstractInsnNode instruction, Consumer<Handle> use) {
        replace(instruction, handle -> {
            use.accept(handle);
            return handle;
        });
    }
}
