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
 * What javac by itself knows of a file.
 *
 * @param errors none, if it is Java
 */
record Attributed(Trees trees, CompilationUnitTree file, List<Diagnostic<? extends JavaFileObject>> errors) {
    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
    private static final StandardJavaFileManager FILES = files();

    static Attributed of(Source source) {
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        var options = List.of("-proc:none", "-Xmaxerrs", "10000");
        var task = (JavacTask) JAVAC.getTask(null, FILES, diagnostics, options, null, List.of(source.file()));
        try {
            CompilationUnitTree file = task.parse().iterator().next();
            task.analyze();
            List<Diagnostic<? extends JavaFileObject>> errors = diagnostics.getDiagnostics().stream()
                    .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                    .toList();
            return new Attributed(Trees.instance(task), file, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StandardJavaFileManager files() {
        try {
            StandardJavaFileManager files = JAVAC.getStandardFileManager(null, Locale.ROOT, null);
            List<Path> classPath = new ArrayList<>(Places.runtime());
            classPath.add(Places.testClasses());
            classPath.addAll(Places.own());
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
