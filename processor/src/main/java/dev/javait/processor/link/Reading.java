package dev.javait.processor.link;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Reads class files of every Java, those too that ASM has not heard of yet. New versions add attributes, which are handed on as they are, and seldom
 * anything else; so what is too new is read as if it were older. What then cannot be read still fails.
 */
final class Reading {
    private static final int VERSION_AT = 4;

    private Reading() {}

    static ClassReader of(byte[] bytes) {
        try {
            return new ClassReader(bytes);
        } catch (IllegalArgumentException e) {
            return new ClassReader(older(bytes));
        }
    }

    /** With the version that it really has, and the mark of preview features. */
    static ClassNode node(byte[] bytes) {
        ClassNode node = new ClassNode();
        of(bytes).accept(node, 0);
        node.version = version(bytes);
        return node;
    }

    /** The first method whose code cannot be read, as in {@code m() of Type}. */
    static Optional<String> brokenMethod(byte[] bytes) {
        ClassNode outline = new ClassNode();
        of(bytes).accept(outline, ClassReader.SKIP_CODE);
        return outline.methods.stream()
                .filter(method -> !isReadable(bytes, method))
                .map(method -> method.name + "() of " + outline.name.replace('/', '.'))
                .findFirst();
    }

    private static boolean isReadable(byte[] bytes, MethodNode method) {
        try {
            of(bytes)
                    .accept(
                            new ClassVisitor(Opcodes.ASM9) {
                                @Override
                                public @Nullable MethodVisitor visitMethod(
                                        int access,
                                        String name,
                                        String descriptor,
                                        String signature,
                                        String[] exceptions) {
                                    boolean isIt = name.equals(method.name) && descriptor.equals(method.desc);
                                    return isIt
                                            ? new MethodNode(access, name, descriptor, signature, exceptions)
                                            : null;
                                }
                            },
                            0);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static int version(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getInt(VERSION_AT);
    }

    private static byte[] older(byte[] bytes) {
        return ByteBuffer.wrap(bytes.clone()).putInt(VERSION_AT, Opcodes.V17).array();
    }
}
