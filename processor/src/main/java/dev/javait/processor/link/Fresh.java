package dev.javait.processor.link;

import dev.javait.processor.model.StateMachine;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Where in a body each variable has the value that the user's code gave it. When a body resumes it takes from the frame what is still read; all
 * others are 0 or null then, and whoever looked at them would be told a lie.
 *
 * <p>A walk over the instructions, in which a variable is fresh once it is assigned on all ways, or is alive in the state that the body goes on at. It is walked
 * for each state apart, as far as the state is known: the loops of a body ask for it.
 */
final class Fresh {
    /** The body has begun, and has not looked at the state. */
    private static final int BEGIN = -2;
    /** Any state that nobody asks for. */
    private static final int ANY = -1;

    private static final int STACKED = 3;

    private record At(int instruction, int state) {}

    private final MethodNode method;
    private final InsnList code;
    private final int stateSlot;
    private final Map<Integer, BitSet> alive = new HashMap<>();
    private final BitSet parameters = new BitSet();
    private final BitSet cases = new BitSet();
    private final Map<At, BitSet> fresh = new HashMap<>();
    private final Deque<At> work = new ArrayDeque<>();
    private final @Nullable BitSet[] result;

    private final Set<Integer> entered;

    private Fresh(MethodNode method, StateMachine machine) {
        this.method = method;
        entered = machine.entered();
        code = method.instructions;
        int slots = 0;
        for (Type type : Type.getArgumentTypes(method.desc)) slots += type.getSize();
        stateSlot = slots - STACKED;
        parameters.set(0, stateSlot);
        result = new BitSet[code.size()];
        machine.alive().forEach((state, names) -> {
            BitSet set = new BitSet();
            for (LocalVariableNode variable : method.localVariables)
                if (names.contains(variable.name)) set.set(variable.index);
            alive.put(state, set);
        });
    }

    /**
     * For each instruction of {@code method}, which is the body of {@code machine} or a section of it, the slots that are fresh in front of it; null where control
     * does not get to.
     */
    static @Nullable BitSet[] of(MethodNode method, StateMachine machine) {
        return new Fresh(method, machine).walk();
    }

    private @Nullable BitSet[] walk() {
        for (AbstractInsnNode at : code)
            if (isDispatch(at)) targets(at).forEach((state, to) -> cases.set(code.indexOf(to)));
        go(code.getFirst(), BEGIN, parameters);
        while (!work.isEmpty()) step(work.pop());
        fresh.forEach((at, slots) -> {
            BitSet all = result[at.instruction];
            if (all == null) result[at.instruction] = (BitSet) slots.clone();
            else all.and(slots);
        });
        return result;
    }

    private void go(AbstractInsnNode to, int state, BitSet slots) {
        At at = new At(code.indexOf(to), state);
        BitSet known = fresh.get(at);
        if (known == null) {
            fresh.put(at, (BitSet) slots.clone());
        } else {
            BitSet both = (BitSet) known.clone();
            both.and(slots);
            if (both.equals(known)) return;
            fresh.put(at, both);
        }
        work.push(at);
    }

    private void step(At at) {
        AbstractInsnNode instruction = code.get(at.instruction);
        BitSet slots = Objects.requireNonNull(fresh.get(at));
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            if (code.indexOf(block.start) <= at.instruction && at.instruction < code.indexOf(block.end))
                go(block.handler, at.state, slots);
        }
        if (isDispatch(instruction)) dispatch(instruction, at.state, slots);
        else if (instruction instanceof TableSwitchInsnNode || instruction instanceof LookupSwitchInsnNode)
            choose(instruction, at.state, slots);
        else if (instruction instanceof JumpInsnNode jump) jump(jump, at.state, slots);
        else if (!leaves(instruction.getOpcode())) next(instruction, at.state, slots);
    }

    private static boolean leaves(int opcode) {
        return opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN || opcode == Opcodes.ATHROW;
    }

    private void next(AbstractInsnNode instruction, int state, BitSet slots) {
        AbstractInsnNode next = instruction.getNext();
        if (next == null) return;
        int then = cases.get(code.indexOf(next)) ? ANY : state;
        if (instruction instanceof VarInsnNode store && store.getOpcode() >= Opcodes.ISTORE) {
            if (store.var == stateSlot) {
                then = constant(instruction.getPrevious());
            } else if (state != BEGIN || !isDefault(instruction.getPrevious())) {
                BitSet more = (BitSet) slots.clone();
                more.set(store.var);
                go(next, then, more);
                return;
            }
        }
        go(next, then, slots);
    }

    /** What is declared for the whole body begins with it. */
    private static boolean isDefault(AbstractInsnNode value) {
        int opcode = value.getOpcode();
        return opcode == Opcodes.ACONST_NULL
                || opcode == Opcodes.ICONST_0
                || opcode == Opcodes.LCONST_0
                || opcode == Opcodes.FCONST_0
                || opcode == Opcodes.DCONST_0;
    }

    private void jump(JumpInsnNode jump, int state, BitSet slots) {
        int opcode = jump.getOpcode();
        Boolean same = opcode == Opcodes.GOTO || state == BEGIN ? null : isState(jump, state);
        boolean ifSame = opcode == Opcodes.IF_ICMPEQ || opcode == Opcodes.IFEQ;
        if (same == null || same == ifSame) go(jump.label, state, slots);
        if (opcode != Opcodes.GOTO && (same == null || same != ifSame)) next(jump, state, slots);
    }

    /** Of a jump that asks for the state, whether it is the one; null for another jump. */
    private @Nullable Boolean isState(JumpInsnNode jump, int state) {
        AbstractInsnNode before = jump.getPrevious();
        int opcode = jump.getOpcode();
        if (opcode == Opcodes.IFEQ || opcode == Opcodes.IFNE) return loadsState(before) ? state == 0 : null;
        if (opcode != Opcodes.IF_ICMPEQ && opcode != Opcodes.IF_ICMPNE) return null;
        return loadsState(before.getPrevious()) ? state == constant(before) : null;
    }

    private boolean loadsState(@Nullable AbstractInsnNode instruction) {
        return instruction instanceof VarInsnNode load && load.getOpcode() == Opcodes.ILOAD && load.var == stateSlot;
    }

    private static int constant(AbstractInsnNode value) {
        int opcode = value.getOpcode();
        if (opcode >= Opcodes.ICONST_0 && opcode <= Opcodes.ICONST_5) return opcode - Opcodes.ICONST_0;
        if (value instanceof IntInsnNode number) return number.operand;
        return value instanceof LdcInsnNode load && load.cst instanceof Integer number ? number : ANY;
    }

    /** The {@code switch} around everything, whose default is an assertion. */
    private boolean isDispatch(AbstractInsnNode instruction) {
        LabelNode otherwise = otherwise(instruction);
        if (otherwise == null || !loadsState(instruction.getPrevious())) return false;
        AbstractInsnNode at = otherwise;
        while (at != null && at.getOpcode() < 0) at = at.getNext();
        return at instanceof TypeInsnNode made && made.desc.equals("java/lang/AssertionError");
    }

    private static @Nullable LabelNode otherwise(AbstractInsnNode instruction) {
        if (instruction instanceof TableSwitchInsnNode table) return table.dflt;
        return instruction instanceof LookupSwitchInsnNode lookup ? lookup.dflt : null;
    }

    private static Map<Integer, LabelNode> targets(AbstractInsnNode instruction) {
        Map<Integer, LabelNode> targets = new HashMap<>();
        if (instruction instanceof TableSwitchInsnNode table) {
            for (int i = 0; i < table.labels.size(); i++)
                if (table.labels.get(i) != table.dflt) targets.put(table.min + i, table.labels.get(i));
        } else if (instruction instanceof LookupSwitchInsnNode lookup) {
            for (int i = 0; i < lookup.labels.size(); i++) targets.put(lookup.keys.get(i), lookup.labels.get(i));
        }
        return targets;
    }

    private void dispatch(AbstractInsnNode instruction, int state, BitSet slots) {
        targets(instruction).forEach((to, label) -> {
            if (state == BEGIN ? !entered.contains(to) : state != ANY && state != to) return;
            BitSet there = (BitSet) alive.getOrDefault(to, new BitSet()).clone();
            if (state != BEGIN) there.or(slots);
            else if (to == 0) there.or(parameters);
            go(label, to, there);
        });
    }

    private void choose(AbstractInsnNode instruction, int state, BitSet slots) {
        Map<Integer, LabelNode> targets = targets(instruction);
        LabelNode known = loadsState(instruction.getPrevious()) && state >= 0 ? targets.get(state) : null;
        if (known != null) {
            go(known, state, slots);
            return;
        }
        for (LabelNode label : List.copyOf(targets.values())) go(label, state, slots);
        LabelNode otherwise = otherwise(instruction);
        if (otherwise != null) go(otherwise, state, slots);
    }
}
