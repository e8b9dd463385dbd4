package dev.javait.processor.differential;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import dev.javait.processor.twin.Places;
import dev.javait.processor.twin.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * What javac by itself knows of some files.
 *
 * @param files in the order of the sources
 * @param errors none, if they are Java
 */
record Attributed(Trees trees, List<CompilationUnitTree> files, List<Diagnostic<? extends JavaFileObject>> errors) {
    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
    private static final StandardJavaFileManager FILES = fileManager(List.of());

    /** A file that needs nothing but the JDK. */
    static Attributed of(Source source) {
        return of(List.of(source), FILES);
    }

    /** @param more options for javac */
    static Attributed of(List<Source> sources, StandardJavaFileManager manager, String... more) {
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        List<String> options = new ArrayList<>(List.of("-proc:none", "-Xmaxerrs", "10000"));
        options.addAll(List.of(more));
        var units = sources.stream().map(Source::file).toList();
        var task = (JavacTask) JAVAC.getTask(null, manager, diagnostics, options, null, units);
        try {
            List<CompilationUnitTree> files = new ArrayList<>();
            task.parse().forEach(files::add);
            task.analyze();
            List<Diagnostic<? extends JavaFileObject>> errors = diagnostics.getDiagnostics().stream()
                    .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                    .toList();
            return new Attributed(Trees.instance(task), files, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first of the files. */
    CompilationUnitTree file() {
        return files.get(0);
    }

    /** Finds what sown code needs, and {@code libraries}. */
    static StandardJavaFileManager fileManager(List<Path> libraries) {
        List<Path> classPath = new ArrayList<>(Places.runtime());
        classPath.add(Places.testClasses());
        classPath.addAll(Places.own());
        classPath.addAll(libraries);
        StandardJavaFileManager manager = JAVAC.getStandardFileManager(null, Locale.ROOT, null);
        try {
            manager.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return manager;
    }
}
