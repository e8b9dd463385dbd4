package dev.javait.processor.link;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Recognises in the code of a body where it looks at its state, and where it sets it.
 *
 * @param slot in which the state is
 */
record StateTests(int slot) {
    /** What is no constant. */
    static final int UNKNOWN = -1;

    /** The {@code switch} around everything, whose default is an assertion. */
    boolean isDispatch(AbstractInsnNode instruction) {
        LabelNode otherwise = otherwise(instruction);
        if (otherwise == null || !isLoaded(instruction.getPrevious())) return false;
        AbstractInsnNode at = otherwise;
        while (at != null && at.getOpcode() < 0) at = at.getNext();
        return at instanceof TypeInsnNode made && made.desc.equals("java/lang/AssertionError");
    }

    boolean isStored(AbstractInsnNode instruction) {
        return instruction instanceof VarInsnNode store && store.getOpcode() == Opcodes.ISTORE && store.var == slot;
    }

    boolean isLoaded(@Nullable AbstractInsnNode instruction) {
        return instruction instanceof VarInsnNode load && load.getOpcode() == Opcodes.ILOAD && load.var == slot;
    }

    /** Of a jump that asks for the state, whether it is taken in {@code state}; null for another jump. */
    @Nullable
    Boolean isTaken(JumpInsnNode jump, int state) {
        AbstractInsnNode before = jump.getPrevious();
        return switch (jump.getOpcode()) {
            case Opcodes.IFEQ -> isLoaded(before) ? state == 0 : null;
            case Opcodes.IFNE -> isLoaded(before) ? state != 0 : null;
            case Opcodes.IF_ICMPEQ -> isLoaded(before.getPrevious()) ? state == constant(before) : null;
            case Opcodes.IF_ICMPNE -> isLoaded(before.getPrevious()) ? state != constant(before) : null;
            default -> null;
        };
    }

    /** The number that {@code value} puts on the stack, if it is not negative, or {@link #UNKNOWN}. */
    static int constant(AbstractInsnNode value) {
        int opcode = value.getOpcode();
        if (opcode >= Opcodes.ICONST_0 && opcode <= Opcodes.ICONST_5) return opcode - Opcodes.ICONST_0;
        if (value instanceof IntInsnNode number) return number.operand;
        return value instanceof LdcInsnNode load && load.cst instanceof Integer number ? number : UNKNOWN;
    }

    /** Where a switch goes without a match; null for what is no switch. */
    static @Nullable LabelNode otherwise(AbstractInsnNode instruction) {
        if (instruction instanceof TableSwitchInsnNode table) return table.dflt;
        return instruction instanceof LookupSwitchInsnNode lookup ? lookup.dflt : null;
    }

    /** Where a switch goes by number. */
    static Map<Integer, LabelNode> targets(AbstractInsnNode instruction) {
        Map<Integer, LabelNode> targets = new HashMap<>();
        if (instruction instanceof TableSwitchInsnNode table) {
            for (int i = 0; i < table.labels.size(); i++)
                if (table.labels.get(i) != table.dflt) targets.put(table.min + i, table.labels.get(i));
        } else if (instruction instanceof LookupSwitchInsnNode lookup) {
            for (int i = 0; i < lookup.labels.size(); i++) targets.put(lookup.keys.get(i), lookup.labels.get(i));
        }
        return targets;
    }
}
