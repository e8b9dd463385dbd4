package dev.javait.processor.link;

import static org.objectweb.asm.Opcodes.ACC_INTERFACE;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.F_SAME1;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.POP;

import java.util.Optional;
import org.objectweb.asm.Label;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Moves what makes serialised lambdas again. A serialised lambda asks the class that made it, which is the user's, for
 * the implementing method by class and name; so those names may not change.
 */
final class Deserialization {
    private static final String NAME = "$deserializeLambda$";
    private static final String DESCRIPTOR = "(Ljava/lang/invoke/SerializedLambda;)Ljava/lang/Object;";
    private static final String NOT_FOUND = "java/lang/IllegalArgumentException";

    private Deserialization() {}

    /** Whether {@code frame} has lambdas that can be serialised. */
    static boolean isIn(ClassNode frame) {
        return Methods.find(frame, NAME, DESCRIPTOR).isPresent();
    }

    /** Afterwards {@code user} makes its own lambdas again, and those that have come from {@code frame}. */
    static void move(ClassNode frame, ClassNode user) {
        MethodNode moved = Methods.find(frame, NAME, DESCRIPTOR).orElseThrow();
        frame.methods.remove(moved);
        for (AbstractInsnNode instruction : moved.instructions) {
            if (instruction instanceof LdcInsnNode load && frame.name.equals(load.cst)) load.cst = user.name;
        }
        Optional<MethodNode> own = Methods.find(user, NAME, DESCRIPTOR);
        if (own.isPresent()) {
            var names = new MethodNames(user);
            own.get().name = names.free(NAME + "0");
            moved.name = names.free(own.get().name + "0");
            user.methods.add(oneOrTheOther(moved, own.get().name, user));
        }
        user.methods.add(moved);
    }

    /** {@code try { return first(lambda); } catch (IllegalArgumentException e) { return second(lambda); }}. */
    private static MethodNode oneOrTheOther(MethodNode first, String second, ClassNode user) {
        boolean inInterface = (user.access & ACC_INTERFACE) != 0;
        MethodNode method = new MethodNode(first.access, NAME, DESCRIPTOR, null, null);
        Label start = new Label();
        Label end = new Label();
        Label otherwise = new Label();
        method.visitTryCatchBlock(start, end, otherwise, NOT_FOUND);
        method.visitLabel(start);
        method.visitVarInsn(ALOAD, 0);
        method.visitMethodInsn(INVOKESTATIC, user.name, first.name, DESCRIPTOR, inInterface);
        method.visitLabel(end);
        method.visitInsn(ARETURN);
        method.visitLabel(otherwise);
        method.visitFrame(F_SAME1, 0, null, 1, new Object[] {NOT_FOUND});
        method.visitInsn(POP);
        method.visitVarInsn(ALOAD, 0);
        method.visitMethodInsn(INVOKESTATIC, user.name, second, DESCRIPTOR, inInterface);
        method.visitInsn(ARETURN);
        method.visitMaxs(1, 1);
        return method;
    }
}
