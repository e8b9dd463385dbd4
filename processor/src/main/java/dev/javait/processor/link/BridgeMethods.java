package dev.javait.processor.link;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.ACC_VARARGS;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.IRETURN;

import dev.javait.processor.model.Bridge;
import dev.javait.processor.model.StateMachine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The methods behind {@link Bridge}s: declared in the opened view, added to the class itself. There they are private: all that calls them is in
 * the nest, mocks leave private methods alone, and in what a class is serialized by they do not count.
 */
final class BridgeMethods {
    private BridgeMethods() {}

    /** The class that gets the bridge. */
    static String host(Bridge bridge, StateMachine machine) {
        return bridge instanceof Bridge.SuperCall call ? call.host() : Nests.internal(machine.userClass());
    }

    static String descriptor(Bridge bridge) {
        if (bridge instanceof Bridge.SuperCall call) return call.descriptor();
        if (bridge instanceof Bridge.StaticCall call) return call.descriptor();
        Bridge.Creation creation = (Bridge.Creation) bridge;
        StringBuilder descriptor = new StringBuilder("(");
        if (!creation.outer().isEmpty())
            descriptor.append('L').append(creation.outer()).append(';');
        creation.arguments().forEach(descriptor::append);
        creation.captured().forEach(captured -> descriptor.append(captured.descriptor()));
        return descriptor.append(")L").append(creation.type()).append(';').toString();
    }

    /** Declares the method in the opened view of its class, with the checked exceptions, which the source may have to catch. */
    static void declare(Bridge bridge, ClassVisitor view, Nests nests, ClassFiles files) {
        if (bridge instanceof Bridge.SuperCall call) {
            declare(bridge, Declared.method(call.owner(), call.method(), call.descriptor(), files), ACC_FINAL, view);
        } else if (bridge instanceof Bridge.StaticCall call) {
            declare(bridge, Declared.method(call.owner(), call.method(), call.descriptor(), files), ACC_STATIC, view);
        } else {
            String[] exceptions = CreationBridge.exceptions((Bridge.Creation) bridge, nests);
            view.visitMethod(ACC_PUBLIC | ACC_STATIC, bridge.name(), descriptor(bridge), null, exceptions)
                    .visitEnd();
        }
    }

    private static void declare(Bridge bridge, @Nullable MethodNode called, int flags, ClassVisitor view) {
        int arity = called == null ? 0 : called.access & ACC_VARARGS;
        String[] exceptions = called == null ? null : called.exceptions.toArray(new String[0]);
        view.visitMethod(ACC_PUBLIC | flags | arity, bridge.name(), descriptor(bridge), null, exceptions)
                .visitEnd();
    }

    /** Adds the method to its class. */
    static void add(Bridge bridge, ClassNode host, Nests nests) {
        if (bridge instanceof Bridge.SuperCall call) addSuperCall(call, host);
        else if (bridge instanceof Bridge.StaticCall call) addStaticCall(call, host);
        else CreationBridge.add((Bridge.Creation) bridge, host, nests);
    }

    private static void addSuperCall(Bridge.SuperCall call, ClassNode host) {
        MethodNode method = new MethodNode(ACC_PRIVATE | ACC_SYNTHETIC, call.name(), call.descriptor(), null, null);
        method.visitVarInsn(ALOAD, 0);
        int end = load(method, 1, call.descriptor());
        method.visitMethodInsn(INVOKESPECIAL, call.owner(), call.method(), call.descriptor(), call.ownerIsInterface());
        giveBack(method, end, host);
    }

    private static void addStaticCall(Bridge.StaticCall call, ClassNode host) {
        int access = ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC;
        MethodNode method = new MethodNode(access, call.name(), call.descriptor(), null, null);
        int end = load(method, 0, call.descriptor());
        method.visitMethodInsn(INVOKESTATIC, call.owner(), call.method(), call.descriptor(), call.ownerIsInterface());
        giveBack(method, end, host);
    }

    private static void giveBack(MethodNode method, int locals, ClassNode host) {
        Type result = Type.getReturnType(method.desc);
        method.visitInsn(result.getOpcode(IRETURN));
        method.visitMaxs(Math.max(locals, result.getSize()), locals);
        host.methods.add(method);
    }

    /** Loads parameters from the slot {@code first} on; gives the slot behind them. */
    static int load(MethodVisitor method, int first, String descriptor) {
        int slot = first;
        for (Type type : Type.getArgumentTypes(descriptor)) {
            method.visitVarInsn(type.getOpcode(ILOAD), slot);
            slot += type.getSize();
        }
        return slot;
    }

    /** The slot of each parameter of {@code descriptor}, the first being at {@code first}. */
    static List<Integer> slots(int first, String descriptor) {
        List<Integer> slots = new ArrayList<>();
        int slot = first;
        for (Type type : Type.getArgumentTypes(descriptor)) {
            slots.add(slot);
            slot += type.getSize();
        }
        return slots;
    }
}
