package dev.javait.processor.link;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** From where one class file lies to the folder or jar that a class path names. */
final class Roots {
    private Roots() {}

    /** The folder or jar that holds the class {@code name} at {@code uri}, or null if it is neither. */
    static @Nullable Path of(URI uri, String name) {
        try {
            if ("file".equals(uri.getScheme())) return folder(Path.of(uri), name);
            if ("jar".equals(uri.getScheme())) return jar(uri.toString());
            return null;
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return null;
        }
    }

    private static @Nullable Path folder(Path file, String name) {
        Path folder = file;
        for (int i = 0;
                folder != null && i <= name.chars().filter(c -> c == '/').count();
                i++) folder = folder.getParent();
        return folder;
    }

    private static @Nullable Path jar(String uri) {
        int end = uri.indexOf("!/");
        return end < 0 ? null : Path.of(URI.create(uri.substring("jar:".length(), end)));
    }
}
