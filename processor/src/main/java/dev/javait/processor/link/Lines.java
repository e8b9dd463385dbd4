package dev.javait.processor.link;

import dev.javait.processor.model.StateMachine;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** Makes the class files of a machine speak of the user's file and lines. */
final class Lines {
    private final StateMachine machine;
    private final @Nullable String file;

    /** @param file the file as the user's class names it; null if the user wants none named */
    Lines(StateMachine machine, @Nullable String file) {
        this.machine = machine;
        this.file = file == null ? null : machine.userFile();
    }

    /** To be applied while {@code body} and {@code lambdas} are in the frame class still. */
    void apply(NestedCompiler.Unit unit, MethodNode body, Collection<MethodNode> lambdas) {
        unit.frame().sourceFile = file;
        for (MethodNode method : unit.frame().methods) {
            if (method == body || lambdas.contains(method)) mapped(method);
            else atTheMethod(method);
        }
        for (ClassNode other : unit.others()) {
            other.sourceFile = file;
            other.methods.forEach(this::mapped);
        }
    }

    /** Every line is the user's, and what has no counterpart there belongs to the line before it, or to the method's. */
    private void mapped(MethodNode method) {
        boolean any = false;
        int before = 0;
        for (AbstractInsnNode instruction : method.instructions) {
            if (!(instruction instanceof LineNumberNode line)) continue;
            any = true;
            int mapped = machine.lines().userLine(line.line);
            // as javac does it: what resumes behind an await is no second place for a breakpoint on its line
            if (mapped <= 0 || mapped == before) {
                method.instructions.remove(line);
            } else {
                line.line = mapped;
                before = mapped;
            }
        }
        if (any && !beginsWithLine(method)) beginAt(method, machine.line());
    }

    private void atTheMethod(MethodNode method) {
        boolean any = false;
        for (AbstractInsnNode instruction : method.instructions) {
            if (!(instruction instanceof LineNumberNode)) continue;
            any = true;
            method.instructions.remove(instruction);
        }
        if (any) beginAt(method, machine.line());
    }

    private static boolean beginsWithLine(MethodNode method) {
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof LineNumberNode) return true;
            if (instruction.getOpcode() >= 0) return false;
        }
        return false;
    }

    private static void beginAt(MethodNode method, int line) {
        LabelNode start = new LabelNode();
        method.instructions.insert(new LineNumberNode(line, start));
        method.instructions.insert(start);
    }
}
