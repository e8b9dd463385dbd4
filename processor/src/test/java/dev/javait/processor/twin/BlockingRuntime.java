package dev.javait.processor.twin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The runtime under {@code resources/blocking}: the names of the real one, in classes of their own. */
final class BlockingRuntime {
    private BlockingRuntime() {}

    /** Gives the folder of its classes. */
    static Path compile(Path scratch) {
        Path classes = scratch.resolve("blocking-runtime");
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (var files = javac.getStandardFileManager(null, null, null);
                Stream<Path> tree = Files.walk(Places.testClasses().resolve("blocking"))) {
            Files.createDirectories(classes);
            List<Path> sources =
                    tree.filter(p -> p.toString().endsWith(".java")).toList();
            List<String> options = List.of(
                    "-g",
                    "-proc:none",
                    "-d",
                    classes.toString(),
                    "-cp",
                    Places.testClasses().toString());
            boolean compiled = javac.getTask(
                            null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!compiled) throw new IllegalStateException("the blocking runtime does not compile");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return classes;
    }

    /** Gives its own classes first, all others from {@code parent}, but none of the real runtime. */
    static ClassLoader loader(Path classes, ClassLoader parent) {
        try {
            return new Own(classes.toUri().toURL(), parent);
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Own extends URLClassLoader {
        Own(URL classes, ClassLoader parent) {
            super(new URL[] {classes}, parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("dev.javait.")) return super.loadClass(name, resolve);
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded != null) return loaded;
                try {
                    return findClass(name);
                } catch (ClassNotFoundException e) {
                    if (!name.startsWith("dev.javait.processor.")) throw e;
                    return super.loadClass(name, resolve);
                }
            }
        }
    }
}
