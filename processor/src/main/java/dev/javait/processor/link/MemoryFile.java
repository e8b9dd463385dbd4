package dev.javait.processor.link;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.tools.SimpleJavaFileObject;

/** A source or class file of the nested compilation that lies in memory. */
final class MemoryFile extends SimpleJavaFileObject {
    private final String binaryName;
    private byte[] content;

    private MemoryFile(String binaryName, Kind kind, byte[] content) {
        super(URI.create("javait:///" + binaryName.replace('.', '/') + kind.extension), kind);
        this.binaryName = binaryName;
        this.content = content;
    }

    static MemoryFile source(String binaryName, String text) {
        return new MemoryFile(binaryName, Kind.SOURCE, text.getBytes(StandardCharsets.UTF_8));
    }

    static MemoryFile classFile(String binaryName, byte[] bytes) {
        return new MemoryFile(binaryName, Kind.CLASS, bytes);
    }

    String binaryName() {
        return binaryName;
    }

    byte[] content() {
        return content;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return new String(content, StandardCharsets.UTF_8);
    }

    @Override
    public InputStream openInputStream() {
        return new ByteArrayInputStream(content);
    }

    @Override
    public OutputStream openOutputStream() {
        return new ByteArrayOutputStream() {
            @Override
            public void close() {
                content = toByteArray();
            }
        };
    }
}
