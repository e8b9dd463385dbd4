package dev.javait.processor.link;

import dev.javait.processor.model.StateMachine;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Where in a body each variable has the value that the user's code gave it. When a body resumes it takes from the frame what is still read; all
 * others are 0 or null then, and whoever looked at them would be told a lie.
 *
 * <p>A walk over the code, in which a variable is fresh once it is assigned on all ways, or is alive in the state that the body goes on at. It is walked
 * for each state apart, as far as the state is known: the loops of a body ask for it. What is remembered are the heads of straight runs of instructions; along
 * a run variables only become fresh, and the state stays.
 */
final class Fresh {
    /** The body has begun, and has not looked at the state. */
    private static final int BEGIN = -2;
    /** Any state that nobody asks for. */
    private static final int ANY = StateTests.UNKNOWN;

    private static final int STACKED = 3;

    private record Head(int instruction, int state) {}

    private final MethodNode method;
    private final InsnList code;
    private final StateTests tests;
    private final Set<Integer> entered;
    private final Map<Integer, BitSet> alive = new HashMap<>();
    private final BitSet parameters = new BitSet();
    private final BitSet cases = new BitSet();
    private final BitSet heads = new BitSet();
    private final Map<Head, BitSet> fresh = new HashMap<>();
    private final Deque<Head> work = new ArrayDeque<>();
    private final @Nullable BitSet[] result;

    private Fresh(MethodNode method, StateMachine machine) {
        this.method = method;
        entered = machine.entered();
        code = method.instructions;
        int slots = 0;
        for (Type type : Type.getArgumentTypes(method.desc)) slots += type.getSize();
        tests = new StateTests(slots - STACKED);
        parameters.set(0, tests.slot());
        result = new BitSet[code.size()];
        machine.alive().forEach((state, names) -> {
            BitSet set = new BitSet();
            for (LocalVariableNode variable : method.localVariables)
                if (names.contains(variable.name)) set.set(variable.index);
            alive.put(state, set);
        });
    }

    /** @param method the body of {@code machine} or a section of it */
    static Fresh of(MethodNode method, StateMachine machine) {
        Fresh fresh = new Fresh(method, machine);
        fresh.findHeads();
        fresh.go(fresh.code.getFirst(), BEGIN, fresh.parameters);
        while (!fresh.work.isEmpty()) fresh.follow(fresh.work.pop());
        fresh.fresh.forEach((head, slots) -> fresh.run(head, (BitSet) slots.clone(), true));
        return fresh;
    }

    /** Whether {@code slot} is fresh in front of an instruction, which is given by its place in the method; nothing is where control does not get to. */
    boolean isAt(int instruction, int slot) {
        BitSet slots = result[instruction];
        return slots != null && slots.get(slot);
    }

    private void findHeads() {
        for (AbstractInsnNode at : code) {
            LabelNode otherwise = StateTests.otherwise(at);
            if (otherwise != null) {
                heads.set(code.indexOf(otherwise));
                StateTests.targets(at).values().forEach(to -> heads.set(code.indexOf(to)));
                if (tests.isDispatch(at)) StateTests.targets(at).values().forEach(to -> cases.set(code.indexOf(to)));
            } else if (at instanceof JumpInsnNode jump) {
                heads.set(code.indexOf(jump.label));
            } else if (tests.isStored(at)) {
                heads.set(code.indexOf(at) + 1);
            }
        }
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            heads.set(code.indexOf(block.start));
            heads.set(code.indexOf(block.end));
        }
    }

    private void go(AbstractInsnNode to, int state, BitSet slots) {
        Head head = new Head(code.indexOf(to), state);
        BitSet known = fresh.get(head);
        if (known == null) {
            fresh.put(head, (BitSet) slots.clone());
        } else {
            int before = known.cardinality();
            known.and(slots);
            if (known.cardinality() == before) return;
        }
        work.push(head);
    }

    private void follow(Head head) {
        BitSet slots = (BitSet) Objects.requireNonNull(fresh.get(head)).clone();
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            if (code.indexOf(block.start) <= head.instruction && head.instruction < code.indexOf(block.end))
                go(block.handler, head.state, slots);
        }
        AbstractInsnNode last = run(head, slots, false);
        if (tests.isDispatch(last)) dispatch(last, head.state, slots);
        else if (StateTests.otherwise(last) != null) choose(last, head.state, slots);
        else if (last instanceof JumpInsnNode jump) jump(jump, head.state, slots);
        else if (!leaves(last.getOpcode())) next(last, head.state, slots);
    }

    /**
     * The last instruction of the run that begins at {@code head}.
     *
     * @param slots what is fresh at the beginning; afterwards, in front of the last instruction and, if that is a store, behind it
     * @param notes whether this is the result
     */
    private AbstractInsnNode run(Head head, BitSet slots, boolean notes) {
        int index = head.instruction;
        for (AbstractInsnNode at = code.get(index); ; at = at.getNext(), index++) {
            if (notes) note(index, slots);
            if (at instanceof VarInsnNode store && isFreshened(store, head.state)) slots.set(store.var);
            boolean turns = at instanceof JumpInsnNode || StateTests.otherwise(at) != null || leaves(at.getOpcode());
            if (turns || at.getNext() == null || heads.get(index + 1)) return at;
        }
    }

    private void note(int index, BitSet slots) {
        BitSet all = result[index];
        if (all == null) result[index] = (BitSet) slots.clone();
        else all.and(slots);
    }

    private boolean isFreshened(VarInsnNode store, int state) {
        return store.getOpcode() >= Opcodes.ISTORE
                && !tests.isStored(store)
                && (state != BEGIN || !isDefault(store.getPrevious()));
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

    private static boolean leaves(int opcode) {
        return opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN || opcode == Opcodes.ATHROW;
    }

    private void next(AbstractInsnNode instruction, int state, BitSet slots) {
        AbstractInsnNode next = instruction.getNext();
        if (next == null) return;
        if (tests.isStored(instruction)) go(next, StateTests.constant(instruction.getPrevious()), slots);
        else go(next, cases.get(code.indexOf(next)) ? ANY : state, slots);
    }

    private void jump(JumpInsnNode jump, int state, BitSet slots) {
        Boolean taken = state == BEGIN ? null : tests.isTaken(jump, state);
        if (taken == null || taken) go(jump.label, state, slots);
        if (jump.getOpcode() != Opcodes.GOTO && (taken == null || !taken)) next(jump, state, slots);
    }

    private void dispatch(AbstractInsnNode instruction, int state, BitSet slots) {
        StateTests.targets(instruction).forEach((to, label) -> {
            if (state == BEGIN ? !entered.contains(to) : state != ANY && state != to) return;
            BitSet there = (BitSet) alive.getOrDefault(to, new BitSet()).clone();
            if (state != BEGIN) there.or(slots);
            else if (to == 0) there.or(parameters);
            go(label, to, there);
        });
    }

    private void choose(AbstractInsnNode instruction, int state, BitSet slots) {
        Map<Integer, LabelNode> targets = StateTests.targets(instruction);
        LabelNode known = tests.isLoaded(instruction.getPrevious()) && state >= 0 ? targets.get(state) : null;
        if (known != null) {
            go(known, state, slots);
            return;
        }
        targets.values().forEach(label -> go(label, state, slots));
        go(Objects.requireNonNull(StateTests.otherwise(instruction)), state, slots);
    }
}
