package dev.javait.processor.link;

import static org.objectweb.asm.Opcodes.ACC_INTERFACE;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACONST_NULL;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.F_APPEND;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.IFNULL;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.NEW;
import static org.objectweb.asm.Opcodes.RETURN;

import dev.javait.processor.model.MethodKind;
import dev.javait.processor.model.StateMachine;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Gives the user's method its new body: make the frame of {@code this} and the parameters, and return it, or what
 * starting it gives. All else of the method stays as it is.
 */
final class NewBody {
    private static final String FRAME = "dev/javait/frame/Frame";
    private static final String LAUNCH = "dev/javait/frame/Launch";

    private NewBody() {}

    /** @param body the body, a method of {@code user} */
    static void write(MethodNode method, NestedCompiler.Unit unit, MethodNode body, ClassNode user)
            throws LinkException {
        StateMachine machine = unit.machine();
        ClassNode frame = unit.frame();
        boolean hasLines = Methods.hasLines(method);
        List<LocalVariableNode> variables = method.localVariables == null ? List.of() : method.localVariables;
        clear(method);
        Label start = new Label();
        method.visitLabel(start);
        if (hasLines) method.visitLineNumber(machine.line(), start);
        if (machine.direct()) runDirectly(method, body, user);
        int end = makeFrame(method, machine, frame);
        giveBack(method, machine.kind());
        Label last = new Label();
        method.visitLabel(last);
        parameters(method, variables, start, last);
        method.visitMaxs(7 + end, 2 + end);
    }

    private static void clear(MethodNode method) {
        method.instructions.clear();
        method.tryCatchBlocks.clear();
        method.localVariables = null;
        method.visibleLocalVariableAnnotations = null;
        method.invisibleLocalVariableAnnotations = null;
    }

    /**
     * <pre>
     *   Driver driver = Driver.direct(number);
     *   if (driver != null) return Driver.passed(fetch$async(uri, driver, null, 0, null, null), driver);
     * </pre>
     *
     * @see DirectCalls
     */
    private static void runDirectly(MethodNode method, MethodNode body, ClassNode user) {
        boolean isStatic = (method.access & ACC_STATIC) != 0;
        boolean bodyIsStatic = (body.access & ACC_STATIC) != 0;
        boolean inInterface = (user.access & ACC_INTERFACE) != 0;
        int driver = (isStatic ? 0 : 1) + (Type.getArgumentsAndReturnSizes(method.desc) >> 2) - 1;
        Label coroutine = new Label();
        method.visitLdcInsn(DirectCalls.number(user.name, method.name, method.desc));
        method.visitMethodInsn(INVOKESTATIC, DirectCalls.DRIVER, "direct", "(J)L" + DirectCalls.DRIVER + ";", false);
        method.visitVarInsn(ASTORE, driver);
        method.visitVarInsn(ALOAD, driver);
        method.visitJumpInsn(IFNULL, coroutine);
        method.visitVarInsn(ALOAD, driver);
        method.visitMethodInsn(INVOKEVIRTUAL, DirectCalls.DRIVER, "deeper", "()I", false);
        method.visitVarInsn(ISTORE, driver + 1);
        if (!isStatic) method.visitVarInsn(ALOAD, 0);
        BridgeMethods.load(method, isStatic ? 0 : 1, method.desc);
        method.visitVarInsn(ALOAD, driver);
        method.visitInsn(ACONST_NULL);
        method.visitInsn(ICONST_0);
        method.visitInsn(ACONST_NULL);
        method.visitInsn(ACONST_NULL);
        method.visitMethodInsn(
                bodyIsStatic ? INVOKESTATIC : INVOKEVIRTUAL, user.name, body.name, body.desc, inInterface);
        method.visitVarInsn(ALOAD, driver);
        method.visitVarInsn(ILOAD, driver + 1);
        method.visitMethodInsn(
                INVOKESTATIC,
                DirectCalls.DRIVER,
                "passed",
                "(Ljava/lang/Object;L" + DirectCalls.DRIVER + ";I)Ldev/javait/Coroutine;",
                false);
        method.visitInsn(ARETURN);
        method.visitLabel(coroutine);
        method.visitFrame(F_APPEND, 1, new Object[] {DirectCalls.DRIVER}, 0, null);
    }

    private static int makeFrame(MethodNode method, StateMachine machine, ClassNode frame) throws LinkException {
        MethodNode constructor = frame.methods.stream()
                .filter(candidate -> candidate.name.equals("<init>"))
                .findFirst()
                .orElseThrow(() -> new LinkException(machine, frame.name + " has no constructor"));
        boolean isStatic = (method.access & ACC_STATIC) != 0;
        int expected = Type.getArgumentTypes(method.desc).length + (isStatic ? 0 : 1);
        if (Type.getArgumentTypes(constructor.desc).length != expected)
            throw new LinkException(
                    machine,
                    frame.name + constructor.desc + " does not take the parameters of " + method.name + method.desc);
        method.visitTypeInsn(NEW, frame.name);
        method.visitInsn(DUP);
        if (!isStatic) method.visitVarInsn(ALOAD, 0);
        int end = BridgeMethods.load(method, isStatic ? 0 : 1, method.desc);
        method.visitMethodInsn(INVOKESPECIAL, frame.name, "<init>", constructor.desc, false);
        return end;
    }

    private static void giveBack(MethodNode method, MethodKind kind) {
        switch (kind) {
            case COROUTINE, GENERATOR -> method.visitInsn(ARETURN);
            case FUTURE -> {
                method.visitMethodInsn(
                        INVOKESTATIC,
                        LAUNCH,
                        "future",
                        "(L" + FRAME + ";)Ljava/util/concurrent/CompletableFuture;",
                        false);
                method.visitInsn(ARETURN);
            }
            case ENTRY_POINT -> {
                method.visitMethodInsn(INVOKESTATIC, LAUNCH, "run", "(L" + FRAME + ";)V", false);
                method.visitInsn(RETURN);
            }
        }
    }

    /** Keeps the names of {@code this} and of the parameters, for debuggers and for frameworks that read them there. */
    private static void parameters(MethodNode method, List<LocalVariableNode> variables, Label start, Label end) {
        List<Integer> slots = new ArrayList<>();
        if ((method.access & ACC_STATIC) == 0) slots.add(0);
        slots.addAll(BridgeMethods.slots(slots.size(), method.desc));
        for (int slot : slots) {
            variables.stream()
                    .filter(variable -> variable.index == slot)
                    .findFirst()
                    .ifPresent(variable -> method.visitLocalVariable(
                            variable.name, variable.desc, variable.signature, start, end, slot));
        }
    }
}
