package dev.javait.processor.twin;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a world made of some sources. */
public final class Program {
    private final boolean compiled;
    private final String output;
    private final List<Remark> remarks;
    private final Path classes;
    private final Path generated;
    private final List<Path> libraries;
    private final ClassLoader parent;

    Program(
            boolean compiled,
            String output,
            List<Remark> remarks,
            Path classes,
            Path generated,
            List<Path> libraries,
            ClassLoader parent) {
        this.compiled = compiled;
        this.output = output;
        this.remarks = remarks;
        this.classes = classes;
        this.generated = generated;
        this.libraries = libraries;
        this.parent = parent;
    }

    public boolean compiled() {
        return compiled;
    }

    /** Whether javac gave up without an error in the sources. */
    public boolean crashed() {
        return !compiled && remarks.stream().noneMatch(Remark::isError);
    }

    /** Whether nothing is wrong with the sources but that a method has more code than a class file can hold. */
    public boolean tooLarge() {
        List<Remark> errors = remarks.stream().filter(Remark::isError).toList();
        return !errors.isEmpty()
                && errors.stream().allMatch(error -> error.message().startsWith("code too large"));
    }

    /** What was wrong with the sources, or with javac. */
    public String complaints() {
        return Stream.concat(
                        remarks.stream().filter(Remark::isError).map(Remark::toString),
                        output.lines().limit(30))
                .collect(Collectors.joining("\n"));
    }

    public List<Remark> remarks() {
        return remarks;
    }

    /** The classes, loaded anew, with assertions enabled: no static variable keeps what an earlier run left in it. */
    public ClassLoader load() {
        try {
            var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, parent);
            loader.setDefaultAssertionStatus(true);
            return loader;
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What to give the JVM to run the classes on their own: their folder, and the code that they were compiled with. */
    public List<Path> classPath() {
        return Stream.concat(Stream.of(classes), libraries.stream()).toList();
    }

    /** The binary names of the classes. */
    public List<String> classNames() {
        try (Stream<Path> tree = Files.walk(classes)) {
            return tree.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("module-info.class"))
                    .sorted()
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace(File.separatorChar, '.'))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class files. */
    public List<byte[]> classFiles() {
        try (Stream<Path> tree = Files.walk(classes)) {
            return tree.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .map(Program::bytes)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The generated sources. */
    public String generated() {
        return generatedFor("");
    }

    /** The generated sources whose names or texts speak of {@code method}. */
    String generatedFor(String method) {
        try (Stream<Path> tree = Files.walk(generated)) {
            return tree.filter(Files::isRegularFile)
                    .sorted()
                    .map(Program::read)
                    .filter(text -> text.contains(method))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return "// " + file.getFileName() + "\n" + Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
