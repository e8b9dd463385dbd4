package dev.javait.processor.differential;

import com.sun.source.tree.CompilationUnitTree;
import dev.javait.processor.twin.Places;
import dev.javait.processor.twin.Program;
import dev.javait.processor.twin.Remark;
import dev.javait.processor.twin.Source;
import dev.javait.processor.twin.World;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/**
 * Takes all Java files under a folder together, which need one another and perhaps libraries, and compiles them in both worlds. The project's own tests can be run
 * with the classes of either.
 */
final class Library {
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Map<String, Sowing> sowings = new LinkedHashMap<>();
    private final List<Path> libraries;
    private final String[] options;

    /** @param options for javac */
    Library(List<Source> sources, List<Path> libraries, String... options) {
        sources.forEach(source -> this.sources.put(source.className(), source));
        this.libraries = libraries;
        this.options = options;
    }

    /**
     * Prints what Javait does not compile, without which it goes on, and then the class path of each world.
     *
     * @param arguments the folder; a class path, which may be empty; where to compile to; the seed; how many of the values are awaited, from 0 to 1; options for javac
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 5) {
            System.err.println("usage: FOLDER CLASSPATH TARGET SEED DENSITY [options for javac]");
            System.exit(2);
        }
        List<Source> sources = new ArrayList<>();
        for (Path file : Corpus.files(Path.of(arguments[0])))
            if (!file.toString().endsWith("-info.java")) sources.add(Corpus.source(file));
        List<Path> libraries = Stream.of(arguments[1].split(File.pathSeparator))
                .filter(library -> !library.isEmpty())
                .map(Path::of)
                .toList();
        String[] options = Stream.of(arguments).skip(5).toArray(String[]::new);
        Library library = new Library(sources, libraries, options);
        library.sow(Long.parseLong(arguments[3]), Double.parseDouble(arguments[4]));
        List<Remark> faults = new ArrayList<>();
        Both both = library.compile(Path.of(arguments[2]), fault -> {
            System.out.println(fault);
            faults.add(fault);
        });
        for (Program program : List.of(both.plain(), both.transformed())) {
            Differential.broken(program).ifPresent(System.out::println);
            System.out.println(program.classPath().stream()
                    .map(path -> path.toAbsolutePath().toString())
                    .collect(Collectors.joining(File.pathSeparator)));
        }
        System.exit(faults.isEmpty() ? 0 : 1);
    }

    record Both(Program plain, Program transformed) {}

    long count(Sowing.Kind kind) {
        return sowings.values().stream().mapToLong(sowing -> sowing.count(kind)).sum();
    }

    /** Puts awaits into the sources, as many as javac takes. */
    void sow(long seed, double density) {
        StandardJavaFileManager manager = Attributed.fileManager(libraries);
        Attributed plain = Attributed.of(List.copyOf(sources.values()), manager, options);
        if (!plain.errors().isEmpty())
            throw new IllegalArgumentException(
                    plain.errors().size() + " errors before, " + plain.errors().get(0));
        for (CompilationUnitTree file : plain.files()) {
            String name = className(file.getSourceFile());
            String text = sources.get(name).text();
            Random random = new Random(seed + name.hashCode());
            sowings.put(name, Sower.sow(plain.trees(), file, text, random, density));
        }
        while (dropErrors(Attributed.of(sown(), manager, options).errors())) {}
    }

    private boolean dropErrors(List<Diagnostic<? extends JavaFileObject>> errors) {
        boolean dropped = false;
        for (Diagnostic<? extends JavaFileObject> error : errors) {
            Sowing sowing = sowings.get(className(error.getSource()));
            dropped |= sowing.drop(
                    (int) error.getStartPosition(), (int) error.getPosition(), (int) error.getEndPosition());
        }
        if (!errors.isEmpty() && !dropped) throw new IllegalStateException("no Java: " + errors.get(0));
        return dropped;
    }

    /**
     * Compiles what is sown, without those methods on which Javait fails.
     *
     * @param onFault is given what Javait says of such a method, at once
     */
    Both compile(Path target, Consumer<Remark> onFault) {
        List<Path> all = new ArrayList<>(Places.own());
        all.addAll(libraries);
        World blocking = World.blocking(target, all.toArray(Path[]::new));
        World transforming = World.transforming(target, all.toArray(Path[]::new));
        while (true) {
            Program plain = blocking.compile(sown(), options);
            if (!plain.compiled()) throw new IllegalStateException("javac fails: " + plain.complaints());
            Program transformed = transforming.compile(sown(), options);
            if (transformed.compiled()) return new Both(plain, transformed);
            List<Remark> errors =
                    transformed.remarks().stream().filter(Remark::isError).toList();
            if (errors.stream().filter(this::dropMethod).count() == 0)
                throw new IllegalStateException("no method to take out: " + transformed.complaints());
            errors.forEach(onFault);
        }
    }

    /** Takes out the method that an error is about. */
    private boolean dropMethod(Remark error) {
        boolean dropped = false;
        for (Source source : sown()) {
            String name = source.className().substring(source.className().lastIndexOf('.') + 1);
            if (!error.file().equals(name + ".java")) continue;
            int from = 0;
            for (int line = 1; line < error.line(); line++) from = source.text().indexOf('\n', from) + 1;
            int end = source.text().indexOf('\n', from);
            dropped |= sowings.get(source.className())
                    .dropMethod(from, end < 0 ? source.text().length() : end);
        }
        return dropped;
    }

    private List<Source> sown() {
        return sowings.entrySet().stream()
                .map(entry -> new Source(entry.getKey(), entry.getValue().sown()))
                .toList();
    }

    private static String className(JavaFileObject file) {
        String path = file.toUri().getPath();
        return path.substring(1, path.length() - ".java".length()).replace('/', '.');
    }
}
