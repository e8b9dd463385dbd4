package dev.javait.processor.link;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Which methods of a class others of it lead to. */
final class Reach {
    private Reach() {}

    /** Those methods of {@code owner} that pass {@code through} and that {@code roots} use, themselves or through one another. */
    static Set<MethodNode> from(Collection<MethodNode> roots, ClassNode owner, Predicate<MethodNode> through) {
        Map<String, MethodNode> methods = new HashMap<>();
        for (MethodNode method : owner.methods)
            if (through.test(method)) methods.put(Methods.key(method.name, method.desc), method);
        Set<MethodNode> reached = new LinkedHashSet<>();
        Deque<MethodNode> todo = new ArrayDeque<>(roots);
        while (!todo.isEmpty()) {
            Handles.uses(todo.remove(), handle -> {
                if (!handle.getOwner().equals(owner.name)) return;
                MethodNode used = methods.get(Methods.key(handle.getName(), handle.getDesc()));
                if (used != null && reached.add(used)) todo.add(used);
            });
        }
        return reached;
    }
}
