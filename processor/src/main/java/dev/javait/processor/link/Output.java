package dev.javait.processor.link;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.tools.StandardLocation;

/** Where the joined class files go. */
final class Output {
    private Output() {}

    /**
     * A class file to be written.
     *
     * @param beside a class of the same package that the compilation has written
     */
    record Joined(String name, byte[] bytes, ClassFile beside) {}

    /** Writes new class files and replaces those that exist. */
    static void write(List<Joined> classes, Filer filer) throws IOException {
        for (Joined each : classes) write(each, filer);
    }

    private static void write(Joined joined, Filer filer) throws IOException {
        String file = ClassFiles.fileName(joined.name());
        Path beside = joined.beside().path();
        if (beside != null) {
            // Not through the file manager: it would say that the file is written a second time.
            Files.write(beside.resolveSibling(file), joined.bytes());
            return;
        }
        try (OutputStream out = filer.createResource(
                        StandardLocation.CLASS_OUTPUT, joined.beside().pkg(), file)
                .openOutputStream()) {
            out.write(joined.bytes());
        }
    }
}
