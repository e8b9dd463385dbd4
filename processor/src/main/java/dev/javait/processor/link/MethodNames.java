package dev.javait.processor.link;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.tree.ClassNode;

/** The names of the methods of a class that gets more and more of them. */
final class MethodNames {
    private final ClassNode owner;
    private final Set<String> names = new HashSet<>();
    private int known;

    MethodNames(ClassNode owner) {
        this.owner = owner;
    }

    /** {@code name}, with {@code $} behind it as often as the class needs to have no such method. */
    String free(String name) {
        while (known < owner.methods.size()) names.add(owner.methods.get(known++).name);
        String free = name;
        while (names.contains(free)) free += "$";
        return free;
    }
}
