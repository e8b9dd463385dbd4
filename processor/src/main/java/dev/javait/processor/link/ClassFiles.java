package dev.javait.processor.link;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.FileObject;
import javax.tools.JavaFileManager.Location;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * The class files that the user's compilation sees, by internal name, each looked up once. All that is known of where
 * they lie comes from the {@link Filer}, since nothing hands a processor its class path.
 */
final class ClassFiles {
    private final Filer filer;
    private final Modules modules;
    private final Map<String, Optional<ClassFile>> users = new HashMap<>();
    private final Map<String, Optional<ClassFile>> platforms = new HashMap<>();
    private final Set<Path> outputRoots = new LinkedHashSet<>();
    private boolean inMemory;

    ClassFiles(ProcessingEnvironment environment) {
        filer = environment.getFiler();
        modules = new Modules(environment.getElementUtils());
    }

    /**
     * The class file that this compilation has written for {@code name}.
     *
     * @param source the file of its source, where javac puts it if it has no output folder; null if that is not known
     */
    Optional<ClassFile> written(String name, @Nullable URI source) {
        ClassFile file = read(StandardLocation.CLASS_OUTPUT, name);
        if (file == null && source != null && "file".equals(source.getScheme()))
            file = file(Path.of(source).resolveSibling(fileName(name)), name);
        if (file == null) return Optional.empty();
        users.put(name, Optional.of(file));
        Path root = file.root();
        if (root == null) inMemory = true;
        else outputRoots.add(root);
        return Optional.of(file);
    }

    /** The class file of {@code name}, from the output or the class path or the module path; JDK classes are not there. */
    Optional<ClassFile> find(String name) {
        Optional<ClassFile> known = users.get(name);
        if (known != null) return known;
        Optional<ClassFile> result = Optional.ofNullable(look(name));
        users.put(name, result);
        return result;
    }

    private @Nullable ClassFile look(String name) {
        if (name.startsWith("java/") || name.startsWith("[")) return null;
        ClassFile result = inOutputRoots(name);
        if (result == null) result = read(StandardLocation.CLASS_PATH, name);
        if (result == null) result = read(StandardLocation.MODULE_PATH, name);
        // An output in memory may take a question for a file as the wish to have one.
        if (result == null
                && (!inMemory || (modules.isClass(name) && platform(name).isEmpty())))
            result = read(StandardLocation.CLASS_OUTPUT, name);
        return result;
    }

    /** Whether the compilation writes its class files to where no path leads. */
    boolean inMemory() {
        return inMemory;
    }

    /** The class file of {@code name} in the JDK that the user compiles for. */
    Optional<ClassFile> platform(String name) {
        return platforms.computeIfAbsent(name, this::lookInPlatform);
    }

    private Optional<ClassFile> lookInPlatform(String name) {
        ClassFile file = read(StandardLocation.SYSTEM_MODULES, name);
        return file != null
                ? Optional.of(file)
                : modules.fileOf(name).flatMap(found -> {
                    byte[] bytes = content(found);
                    String pkg = modules.packagesToTry(StandardLocation.SYSTEM_MODULES, packageOf(name))
                            .get(0);
                    return bytes == null
                            ? Optional.empty()
                            : Optional.of(new ClassFile(name, bytes, pkg, found.toUri()));
                });
    }

    /** The class file of {@code name}, be it the user's or the JDK's. */
    Optional<ClassFile> any(String name) {
        return find(name).or(() -> platform(name));
    }

    private @Nullable ClassFile inOutputRoots(String name) {
        for (Path root : outputRoots) {
            ClassFile file = file(root.resolve(name + ".class"), name);
            if (file != null) return file;
        }
        return null;
    }

    private static @Nullable ClassFile file(Path path, String name) {
        try {
            if (!Files.exists(path)) return null;
            byte[] bytes = Files.readAllBytes(path);
            return isOf(name, bytes) ? new ClassFile(name, bytes, packageOf(name), path.toUri()) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable ClassFile read(Location location, String name) {
        for (String pkg : modules.packagesToTry(location, packageOf(name))) {
            FileObject file = resource(location, pkg, name);
            if (file == null) continue;
            byte[] bytes = content(file);
            if (bytes != null && isOf(name, bytes)) return new ClassFile(name, bytes, pkg, file.toUri());
        }
        return null;
    }

    /** A file system may not tell upper from lower case, and without an output folder the Filer may look in any folder. */
    private static boolean isOf(String name, byte[] bytes) {
        return Reading.of(bytes).getClassName().equals(name);
    }

    private @Nullable FileObject resource(Location location, String pkg, String name) {
        try {
            return filer.getResource(location, pkg, fileName(name));
        } catch (IOException | RuntimeException e) {
            // Not there; file managers and the Filer tell it in many ways, a NullPointerException among them.
            return null;
        }
    }

    private static byte @Nullable [] content(FileObject file) {
        try (InputStream in = file.openInputStream()) {
            return in.readAllBytes();
        } catch (FileNotFoundException | NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String fileName(String name) {
        return name.substring(name.lastIndexOf('/') + 1) + ".class";
    }

    static String packageOf(String name) {
        int end = name.lastIndexOf('/');
        return end < 0 ? "" : name.substring(0, end).replace('/', '.');
    }
}
