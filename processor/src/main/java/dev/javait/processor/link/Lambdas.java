package dev.javait.processor.link;

import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;

import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The methods that javac makes of lambdas. */
final class Lambdas {
    private Lambdas() {}

    static boolean isLambda(MethodNode method) {
        int flags = ACC_PRIVATE | ACC_SYNTHETIC;
        return (method.access & flags) == flags && method.name.startsWith("lambda$");
    }

    /** Removes from {@code owner} the lambdas that the bodies {@code old} led to and that nothing in it leads to any more. */
    static void drop(List<MethodNode> old, ClassNode owner) {
        Set<MethodNode> candidates = Reach.from(old, owner, Lambdas::isLambda);
        List<MethodNode> others = owner.methods.stream()
                .filter(method -> !candidates.contains(method))
                .toList();
        candidates.removeAll(Reach.from(others, owner, candidates::contains));
        owner.methods.removeAll(candidates);
    }
}
