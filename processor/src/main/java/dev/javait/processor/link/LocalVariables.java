package dev.javait.processor.link;

import dev.javait.processor.model.StateMachine;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Lets a debugger see the user's variables, each under its name and where the user's source has it, and nothing that was generated.
 * What javac wrote about the user's own body tells which those are: a generated body keeps its variables from its beginning on, some
 * of them under a name with a number behind it, beside those of the state machine.
 */
final class LocalVariables {
    private static final Pattern NUMBER = Pattern.compile("\\$\\d+$");

    /** One variable of the user's, and the lines on which it is there. */
    private record Seen(String name, BitSet lines) {}

    private final Map<String, List<Seen>> seen = new HashMap<>();

    /** @param user as javac wrote it */
    LocalVariables(ClassNode user) {
        for (MethodNode method : user.methods) {
            if (method.localVariables == null) continue;
            for (LocalVariableNode variable : method.localVariables) {
                BitSet lines = new BitSet();
                Lined.between(method, variable.start, variable.end).forEach(at -> lines.set(at.line()));
                seen.computeIfAbsent(variable.name, name -> new ArrayList<>()).add(new Seen(variable.name, lines));
            }
        }
    }

    /** To be applied to a generated method of {@code machine} whose lines are the user's. */
    void apply(MethodNode method, StateMachine machine) {
        if (method.localVariables == null) return;
        Map<AbstractInsnNode, BitSet> fresh = fresh(method, machine);
        List<LocalVariableNode> shown = new ArrayList<>();
        for (LocalVariableNode variable : method.localVariables) {
            if (variable.name.equals("this")) shown.add(variable);
            else show(method, variable, fresh, shown);
        }
        method.localVariables = shown;
    }

    /** For the instructions of a body, the slots whose variables have the user's values; none for a lambda, which has them everywhere. */
    private static Map<AbstractInsnNode, BitSet> fresh(MethodNode method, StateMachine machine) {
        Map<AbstractInsnNode, BitSet> fresh = new IdentityHashMap<>();
        String body = machine.bodyMethod();
        if (!method.name.equals(body) && !method.name.startsWith(body + "$")) return fresh;
        @Nullable BitSet[] slots = Fresh.of(method, machine);
        for (int i = 0; i < slots.length; i++)
            fresh.put(method.instructions.get(i), Objects.requireNonNullElseGet(slots[i], BitSet::new));
        return fresh;
    }

    private void show(
            MethodNode method,
            LocalVariableNode variable,
            Map<AbstractInsnNode, BitSet> fresh,
            List<LocalVariableNode> shown) {
        List<Seen> candidates = seen.getOrDefault(
                variable.name, seen.getOrDefault(NUMBER.matcher(variable.name).replaceFirst(""), List.of()));
        List<Lined> all = Lined.between(method, variable.start, variable.end);
        BitSet used = new BitSet();
        BitSet covered = new BitSet();
        for (Lined at : all) {
            covered.set(at.line());
            if (uses(at.instruction(), variable.index)) used.set(at.line());
        }
        candidates.stream()
                .max(Comparator.<Seen>comparingInt(candidate -> common(candidate.lines(), used))
                        // one that nothing reads
                        .thenComparingInt(candidate -> common(candidate.lines(), covered)))
                .ifPresent(best -> show(
                        method,
                        variable,
                        best,
                        all,
                        at -> best.lines().get(at.line()) && isFresh(fresh, at.instruction(), variable.index),
                        shown));
    }

    private static boolean isFresh(Map<AbstractInsnNode, BitSet> fresh, AbstractInsnNode instruction, int slot) {
        BitSet slots = fresh.get(instruction);
        return slots == null || slots.get(slot);
    }

    private static int common(BitSet lines, BitSet used) {
        BitSet both = (BitSet) lines.clone();
        both.and(used);
        return both.cardinality();
    }

    private static boolean uses(AbstractInsnNode instruction, int slot) {
        return instruction instanceof VarInsnNode access && access.var == slot
                || instruction instanceof IincInsnNode change && change.var == slot;
    }

    /** An entry for each run of instructions where it is there. */
    private static void show(
            MethodNode method,
            LocalVariableNode variable,
            Seen as,
            List<Lined> all,
            Predicate<Lined> isThere,
            List<LocalVariableNode> shown) {
        for (int i = 0; i < all.size(); i++) {
            if (!isThere.test(all.get(i))) continue;
            LabelNode start = new LabelNode();
            method.instructions.insertBefore(all.get(i).instruction(), start);
            while (i < all.size() && isThere.test(all.get(i))) i++;
            LabelNode end = variable.end;
            if (i < all.size()) {
                end = new LabelNode();
                method.instructions.insertBefore(all.get(i).instruction(), end);
            }
            shown.add(new LocalVariableNode(as.name(), variable.desc, variable.signature, start, end, variable.index));
        }
    }

    /** An instruction and its line. */
    private record Lined(AbstractInsnNode instruction, int line) {
        static List<Lined> between(MethodNode method, LabelNode start, LabelNode end) {
            List<Lined> found = new ArrayList<>();
            int line = 0;
            boolean inside = false;
            for (AbstractInsnNode at = method.instructions.getFirst(); at != end && at != null; at = at.getNext()) {
                if (at == start) inside = true;
                if (at instanceof LineNumberNode number) line = number.line;
                else if (inside && at.getOpcode() >= 0) found.add(new Lined(at, line));
            }
            return found;
        }
    }
}
