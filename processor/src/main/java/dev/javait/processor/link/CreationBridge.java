package dev.javait.processor.link;

import dev.javait.processor.model.Bridge;
import org.objectweb.asm.tree.ClassNode;

/** {@code new Local(…)} by the constructor as javac laid it out. */
final class CreationBridge {
    private CreationBridge() {}

    static void add(Bridge.Creation creation, ClassNode host, ClassFiles files) {
        throw new IllegalStateException("not yet: " + creation + host.name + files);
    }
}
