package dev.javait.processor.link;

import dev.javait.processor.model.StateMachine;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
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
            if (!hasAny(method)) continue;
            Lined lined = new Lined(method);
            for (LocalVariableNode variable : method.localVariables) {
                BitSet lines = new BitSet();
                lined.of(variable).forEach(at -> lines.set(at.line()));
                seen.computeIfAbsent(variable.name, name -> new ArrayList<>()).add(new Seen(variable.name, lines));
            }
        }
    }

    private static boolean hasAny(MethodNode method) {
        return method.localVariables != null && !method.localVariables.isEmpty();
    }

    /** To be applied to a generated method of {@code machine} whose lines are the user's. */
    void apply(MethodNode method, StateMachine machine) {
        if (!hasAny(method)) return;
        Fresh fresh = isOfBody(method, machine) ? Fresh.of(method, machine) : null;
        Lined lined = new Lined(method);
        List<LocalVariableNode> shown = new ArrayList<>();
        for (LocalVariableNode variable : method.localVariables) {
            if (variable.name.equals("this")) shown.add(variable);
            else show(method, variable, lined.of(variable), fresh, shown);
        }
        method.localVariables = shown;
    }

    /** Whether it is the body or a section of it. A lambda has the user's values everywhere. */
    private static boolean isOfBody(MethodNode method, StateMachine machine) {
        String body = machine.bodyMethod();
        return method.name.equals(body) || method.name.startsWith(body + "$");
    }

    private void show(
            MethodNode method,
            LocalVariableNode variable,
            List<At> scope,
            @Nullable Fresh fresh,
            List<LocalVariableNode> shown) {
        List<Seen> candidates = seen.getOrDefault(
                variable.name, seen.getOrDefault(NUMBER.matcher(variable.name).replaceFirst(""), List.of()));
        if (candidates.isEmpty()) return;
        BitSet used = new BitSet();
        BitSet covered = new BitSet();
        for (At at : scope) {
            covered.set(at.line());
            if (uses(at.instruction(), variable.index)) used.set(at.line());
        }
        Seen best = Collections.max(
                candidates,
                Comparator.<Seen>comparingInt(candidate -> common(candidate.lines(), used))
                        // one that nothing reads
                        .thenComparingInt(candidate -> common(candidate.lines(), covered)));
        show(
                method,
                variable,
                best,
                scope,
                at -> best.lines().get(at.line()) && (fresh == null || fresh.isAt(at.index(), variable.index)),
                shown);
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
            List<At> scope,
            Predicate<At> isThere,
            List<LocalVariableNode> shown) {
        for (int i = 0; i < scope.size(); i++) {
            if (!isThere.test(scope.get(i))) continue;
            LabelNode start = new LabelNode();
            method.instructions.insertBefore(scope.get(i).instruction(), start);
            while (i < scope.size() && isThere.test(scope.get(i))) i++;
            LabelNode end = variable.end;
            if (i < scope.size()) {
                end = new LabelNode();
                method.instructions.insertBefore(scope.get(i).instruction(), end);
            }
            shown.add(new LocalVariableNode(as.name(), variable.desc, variable.signature, start, end, variable.index));
        }
    }

    /** An instruction, its line, and its place in the list of the method's. */
    private record At(AbstractInsnNode instruction, int line, int index) {}

    /** The instructions of a method as they are before labels are added. */
    private static final class Lined {
        private final List<At> all = new ArrayList<>();
        private final Map<AbstractInsnNode, Integer> labels = new IdentityHashMap<>();

        Lined(MethodNode method) {
            int line = 0;
            int index = 0;
            for (AbstractInsnNode at : method.instructions) {
                if (at instanceof LineNumberNode number) line = number.line;
                else if (at instanceof LabelNode) labels.put(at, all.size());
                else if (at.getOpcode() >= 0) all.add(new At(at, line, index));
                index++;
            }
        }

        List<At> of(LocalVariableNode variable) {
            return all.subList(position(variable.start), position(variable.end));
        }

        private int position(LabelNode label) {
            return Objects.requireNonNull(labels.get(label));
        }
    }
}
