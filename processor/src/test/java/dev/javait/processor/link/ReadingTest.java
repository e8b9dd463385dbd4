package dev.javait.processor.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** Class files that are unlike those of today. */
class ReadingTest {
    private static byte[] ownBytes() throws IOException {
        try (InputStream in = ReadingTest.class.getResourceAsStream("ReadingTest.class")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    @Test
    void aClassOfAJavaToComeIsReadAndKeepsItsVersion() throws IOException {
        int version = 0xffff << 16 | 199;
        byte[] bytes = ByteBuffer.wrap(ownBytes()).putInt(4, version).array();
        assertThrows(IllegalArgumentException.class, () -> new ClassReader(bytes), "ASM knows that Java by now");

        ClassNode today = Reading.node(ownBytes());
        ClassNode toCome = Reading.node(bytes);
        assertEquals(version, toCome.version);
        assertEquals(today.methods.size(), toCome.methods.size());
        var writer = new ClassWriter(0);
        toCome.accept(writer);
        assertEquals(version, ByteBuffer.wrap(writer.toByteArray()).getInt(4));
    }

    @Test
    void whatIsNoClassFileIsNotRead() {
        byte[] text = "this is no class file".getBytes(StandardCharsets.UTF_8);
        assertThrows(RuntimeException.class, () -> Reading.node(text));
    }

    @Test
    void theMethodWhoseCodeCannotBeReadIsNamed() throws IOException {
        assertEquals(Optional.empty(), Reading.brokenMethod(ownBytes()));
        byte[] broken = withBrokenMethod();
        assertThrows(RuntimeException.class, () -> Reading.node(broken));
        assertEquals(Optional.of("broken() of p.User"), Reading.brokenMethod(broken));
    }

    /** A constant that is not there is loaded. */
    private static byte[] withBrokenMethod() {
        var writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "p/User", null, "java/lang/Object", null);
        for (String name : new String[] {"whole", "broken"}) {
            MethodVisitor code = writer.visitMethod(
                    Opcodes.ACC_STATIC, name, name.equals("broken") ? "()Ljava/lang/String;" : "()V", null, null);
            code.visitCode();
            if (name.equals("broken")) code.visitLdcInsn("constant");
            code.visitInsn(name.equals("broken") ? Opcodes.ARETURN : Opcodes.RETURN);
            code.visitMaxs(1, 0);
            code.visitEnd();
        }
        byte[] bytes = writer.toByteArray();
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == Opcodes.LDC && bytes[i + 2] == (byte) Opcodes.ARETURN) bytes[i + 1] = 0;
        }
        return bytes;
    }
}
