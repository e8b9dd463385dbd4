package dev.javait.processor.link;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.MethodNode;

/** Looks methods up where they are declared. */
final class Declared {
    private Declared() {}

    /** {@code owner}'s method, declared there or inherited, without its code; null if there is none. */
    static @Nullable MethodNode method(String owner, String name, String descriptor, ClassFiles files) {
        Deque<String> todo = new ArrayDeque<>(Set.of(owner));
        Set<String> seen = new HashSet<>();
        while (!todo.isEmpty()) {
            String type = todo.remove();
            if (!seen.add(type)) continue;
            ClassFile file = files.any(type).orElse(null);
            if (file == null) continue;
            for (MethodNode method : file.outline().methods) {
                if (method.name.equals(name) && method.desc.equals(descriptor)) return method;
            }
            todo.addAll(Supertypes.direct(file.reader()));
        }
        return null;
    }
}
