package dev.javait.processor.link;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/**
 * A class file of the user's compilation.
 *
 * @param name the internal name of the class
 * @param pkg the package as the {@code Filer} wants it named where the file lies, {@code module/package} in some places
 */
record ClassFile(String name, byte[] bytes, String pkg, URI uri) {
    ClassReader reader() {
        return Reading.of(bytes);
    }

    /** Its content, to be changed at will. */
    ClassNode node() {
        return Reading.node(bytes);
    }

    /** What it declares, without the code. */
    ClassNode outline() {
        ClassNode node = new ClassNode();
        reader().accept(node, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        return node;
    }

    /** The name of the module that holds it, or the empty string. */
    String module() {
        return pkg.substring(0, Math.max(0, pkg.indexOf('/')));
    }

    /** Its own path, or null where it is no file of the default file system. */
    @Nullable
    Path path() {
        return "file".equals(uri.getScheme()) ? Path.of(uri) : null;
    }

    /** The folder or jar that a class path would name, or null if it lies in neither. */
    @Nullable
    Path root() {
        try {
            Path path = path();
            if (path != null) return folder(path);
            return "jar".equals(uri.getScheme()) ? jar(uri.toString()) : null;
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return null;
        }
    }

    private @Nullable Path folder(Path file) {
        Path inside = file.getFileSystem().getPath(name + ".class");
        if (!file.endsWith(inside)) return null;
        Path folder = file;
        for (int i = 0; folder != null && i < inside.getNameCount(); i++) folder = folder.getParent();
        return folder;
    }

    private static @Nullable Path jar(String uri) {
        int end = uri.indexOf("!/");
        return end < 0 ? null : Path.of(URI.create(uri.substring("jar:".length(), end)));
    }
}
