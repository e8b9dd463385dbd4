package dev.javait.processor.link;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;

/** Keeps the tables of nested classes right where code has moved. */
final class InnerClasses {
    private InnerClasses() {}

    /** What the moved code names stands in the user's class as well; flags that the view opened are as javac gave them. */
    static void merge(NestedCompiler.Unit unit, ClassNode user, OpenedView view) {
        close(unit.frame(), view);
        unit.others().forEach(other -> close(other, view));
        Set<String> there = new HashSet<>();
        for (InnerClassNode inner : user.innerClasses) there.add(inner.name);
        for (InnerClassNode inner : unit.frame().innerClasses) if (there.add(inner.name)) user.innerClasses.add(inner);
        unit.frame().innerClasses.removeIf(inner -> inner.outerName == null);
    }

    private static void close(ClassNode node, OpenedView view) {
        for (InnerClassNode inner : node.innerClasses) inner.access = view.originalFlags(inner.name, inner.access);
    }
}
