package dev.javait.processor.link;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
    private final Map<String, Optional<Found>> found = new HashMap<>();
    private final Set<Path> outputRoots = new LinkedHashSet<>();
    private boolean inMemory;

    ClassFiles(ProcessingEnvironment environment) {
        filer = environment.getFiler();
        modules = new Modules(environment.getElementUtils());
    }

    /**
     * A class file.
     *
     * @param root the folder or jar that holds it, or null where that is no file of the default file system
     */
    record Found(String name, byte[] bytes, @Nullable Path root) {}

    /** The class file that this compilation has written for {@code name}. */
    Optional<Found> written(String name) {
        Found result = read(StandardLocation.CLASS_OUTPUT, name);
        if (result != null) {
            found.put(name, Optional.of(result));
            if (result.root() != null) outputRoots.add(result.root());
            else inMemory = true;
        }
        return Optional.ofNullable(result);
    }

    /** The class file of {@code name}, from the output or the class path or the module path; JDK classes are not there. */
    Optional<Found> find(String name) {
        Optional<Found> known = found.get(name);
        if (known != null) return known;
        Optional<Found> result = Optional.ofNullable(look(name));
        found.put(name, result);
        return result;
    }

    private @Nullable Found look(String name) {
        if (name.startsWith("java/") || name.startsWith("[")) return null;
        Found result = inOutputRoots(name);
        if (result == null) result = read(StandardLocation.CLASS_PATH, name);
        if (result == null) result = read(StandardLocation.MODULE_PATH, name);
        // An output in memory may take a question for a file as the wish to have one.
        if (result == null && inMemory && modules.isClass(name) && read(StandardLocation.SYSTEM_MODULES, name) == null)
            result = read(StandardLocation.CLASS_OUTPUT, name);
        return result;
    }

    private @Nullable Found inOutputRoots(String name) {
        for (Path root : outputRoots) {
            Path file = root.resolve(name + ".class");
            try {
                if (Files.exists(file)) return new Found(name, Files.readAllBytes(file), root);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return null;
    }

    private @Nullable Found read(Location location, String name) {
        for (String pkg : modules.packagesToTry(location, packageOf(name))) {
            FileObject file = resource(location, pkg, name);
            if (file == null) continue;
            byte[] bytes = content(file);
            if (bytes != null) return new Found(name, bytes, Roots.of(file.toUri(), name));
        }
        return null;
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

    /** The class file of {@code name}, be it the user's or the JDK's, or null. */
    byte @Nullable [] any(String name) {
        Optional<Found> ofUser = find(name);
        if (ofUser.isPresent()) return ofUser.get().bytes();
        Found ofPlatform = read(StandardLocation.SYSTEM_MODULES, name);
        return ofPlatform == null ? null : ofPlatform.bytes();
    }

    /** Writes class files to the output, those that exist and new ones. */
    void write(Map<String, byte[]> classes) throws IOException {
        for (Map.Entry<String, byte[]> each : classes.entrySet()) write(each.getKey(), each.getValue());
    }

    private void write(String name, byte[] bytes) throws IOException {
        String pkg = modules.packagesToTry(StandardLocation.CLASS_OUTPUT, packageOf(name))
                .get(0);
        FileObject there = filer.getResource(StandardLocation.CLASS_OUTPUT, pkg, fileName(name));
        if ("file".equals(there.toUri().getScheme())) {
            // Not through the file manager: it would say that the file is written a second time.
            Files.write(Path.of(there.toUri()), bytes);
            return;
        }
        try (OutputStream out = filer.createResource(StandardLocation.CLASS_OUTPUT, pkg, fileName(name))
                .openOutputStream()) {
            out.write(bytes);
        }
    }

    private static String fileName(String name) {
        return name.substring(name.lastIndexOf('/') + 1) + ".class";
    }

    static String packageOf(String name) {
        int end = name.lastIndexOf('/');
        return end < 0 ? "" : name.substring(0, end).replace('/', '.');
    }
}
