package dev.javait.processor.twin;

import dev.javait.processor.AsyncProcessor;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** One of the two ways to compile and run the same source. */
public final class World {
    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
    private static final String PLAIN = "plain";
    static final String LINTS_OFF = "-Ajavait.lint=all:off";
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Path scratch;
    private final String name;
    private final Supplier<Processor> processor;
    private final List<Path> classPath;
    private final ClassLoader parent;
    private final StandardJavaFileManager files;
    private int compilations;

    private World(Path scratch, String name, Supplier<Processor> processor, List<Path> classPath, ClassLoader parent) {
        this.scratch = scratch;
        this.name = name;
        this.processor = processor;
        this.classPath = List.copyOf(classPath);
        this.parent = parent;
        this.files = JAVAC.getStandardFileManager(null, Locale.ROOT, null);
        try {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A processor that does nothing, and a runtime whose await gives or throws at once. */
    public static World blocking(Path scratch, Path... libraries) {
        Path runtime = BlockingRuntime.compile(scratch);
        return new World(
                scratch,
                PLAIN,
                Idle::new,
                classPath(List.of(runtime), libraries),
                BlockingRuntime.loader(runtime, World.class.getClassLoader()));
    }

    /** The processor, and the real runtime. */
    public static World transforming(Path scratch, Path... libraries) {
        return new World(
                scratch,
                "transformed",
                AsyncProcessor::new,
                classPath(Places.runtime(), libraries),
                World.class.getClassLoader());
    }

    /** A processor that does nothing, and the real runtime: what javac says of the code by itself. */
    public static World untouched(Path scratch) {
        return new World(scratch, "untouched", Idle::new, classPath(Places.runtime()), World.class.getClassLoader());
    }

    private static List<Path> classPath(List<Path> runtime, Path... libraries) {
        var classPath = new ArrayList<>(runtime);
        classPath.add(Places.testClasses());
        classPath.addAll(List.of(libraries));
        return classPath;
    }

    /** Compiles without the lints, which some cases are full of: they are about what code means, not about what it should be. */
    public Program compile(List<Source> sources) {
        return compile(sources, LINTS_OFF);
    }

    public Program compile(List<Source> sources, String... more) {
        Path classes = folder("classes");
        Path generated = folder("generated");
        compilations++;
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        var crash = new StringWriter();
        boolean compiled;
        try {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(generated));
            var options = new ArrayList<>(List.of(
                    "-g",
                    "-parameters",
                    "-Xlint:all,-processing,-options",
                    "-Xmaxerrs",
                    "10000",
                    "-Xmaxwarns",
                    "10000"));
            options.addAll(List.of(more));
            var units = sources.stream()
                    .map(source -> name.equals(PLAIN) ? source.plain() : source)
                    .map(Source::file)
                    .toList();
            JavaCompiler.CompilationTask task = JAVAC.getTask(crash, files, diagnostics, options, null, units);
            task.setProcessors(List.of(processor.get()));
            compiled = Limited.call("javac", LIMIT, 0, task);
        } catch (ExecutionException e) {
            e.getCause().printStackTrace(new PrintWriter(crash, true));
            compiled = false;
        } catch (TimeoutException e) {
            crash.write(e.getMessage());
            compiled = false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Remark> remarks =
                diagnostics.getDiagnostics().stream().map(Remark::of).toList();
        return new Program(compiled, crash.toString(), remarks, classes, generated, classPath, parent);
    }

    private Path folder(String kind) {
        try {
            return Files.createDirectories(
                    scratch.resolve(name + "-" + compilations).resolve(kind));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
