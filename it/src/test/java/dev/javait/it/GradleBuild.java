package dev.javait.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.Completion;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles step by step in the way of Gradle 9, there being none to be had from the repositories of a build: processors get a decorated
 * environment; there is no source path; of what has changed and of all that names it, the class files and generated sources are deleted; and
 * the sources of those are compiled, with the rest of the output on the class path. Which source a class is of, Gradle is told by javac;
 * for those that a processor makes without telling it, the name up to the first dollar sign says it.
 */
final class GradleBuild {
    private final Path sources;
    private final Path classes;
    private final Path generated;
    private final Map<String, Set<String>> classesOfSource = new TreeMap<>();
    private List<String> processed = List.of();

    GradleBuild(Path folder) throws IOException {
        sources = folder.resolve("src");
        classes = Files.createDirectories(folder.resolve("classes"));
        generated = Files.createDirectories(folder.resolve("generated"));
    }

    /** Compiles everything; gives the sources that were compiled. */
    Set<String> all() throws IOException {
        Set<String> all = new TreeSet<>();
        for (String file : Program.sourcesIn(sources))
            all.add(sources.relativize(Path.of(file)).toString());
        compile(all);
        return all;
    }

    /** Classes that are given to the processors although they are not compiled. */
    void processAgain(String... types) {
        processed = List.of(types);
    }

    /** Compiles what a change of {@code source} asks for; gives the sources that were compiled. */
    Set<String> changed(String source) throws IOException {
        Set<String> stale = new TreeSet<>(classesOfSource.get(source));
        Deque<String> left = new ArrayDeque<>(stale);
        while (!left.isEmpty()) {
            for (String user : usersOf(left.pop())) if (stale.add(user)) left.add(user);
        }
        Set<String> again = new TreeSet<>();
        for (String type : stale) {
            String compiled = sourceOf(type);
            if (Files.exists(sources.resolve(compiled))) again.add(compiled);
            Files.deleteIfExists(classes.resolve(type + ".class"));
            Files.deleteIfExists(generated.resolve(type + ".java"));
        }
        compile(again);
        return again;
    }

    private Set<String> usersOf(String type) throws IOException {
        Set<String> users = new TreeSet<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = classes.relativize(file).toString().replace(".class", "");
                String constants = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (constants.matches("(?s).*" + type.replace("$", "\\$") + "[^$\\w].*")) users.add(name);
            }
        }
        return users;
    }

    private String sourceOf(String type) {
        return classesOfSource.entrySet().stream()
                .filter(entry -> entry.getValue().contains(type))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(type.replaceFirst("\\$.*", "") + ".java");
    }

    private void compile(Set<String> names) throws IOException {
        var javac = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        try (StandardJavaFileManager standard =
                        javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
                var loader = new URLClassLoader(
                        new URL[] {Path.of(Jars.PROCESSOR).toUri().toURL()}, new OnlyTools())) {
            standard.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(classes, Path.of(Jars.RUNTIME)));
            standard.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            standard.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(generated));
            var units = standard.getJavaFileObjectsFromPaths(
                    names.stream().map(sources::resolve).toList());
            List<String> options = List.of("-Xlint:all", "-Werror");
            var task = (JavacTask)
                    javac.getTask(messages, new WithoutSourcePath(standard), null, options, processed, units);
            names.forEach(classesOfSource::remove);
            task.addTaskListener(new Collector(task.getElements()));
            Object made = loader.loadClass("dev.javait.processor.AsyncProcessor")
                    .getConstructor()
                    .newInstance();
            task.setProcessors(List.of(new Isolating((Processor) made)));
            assertEquals(true, task.call(), messages::toString);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        assertEquals("", messages.toString());
    }

    private final class Collector implements TaskListener {
        private final Elements elements;

        Collector(Elements elements) {
            this.elements = elements;
        }

        @Override
        public void started(TaskEvent event) {
            if (event.getKind() != TaskEvent.Kind.GENERATE) return;
            String source =
                    sources.relativize(Path.of(event.getSourceFile().getName())).toString();
            String type =
                    elements.getBinaryName(event.getTypeElement()).toString().replace('.', '/');
            classesOfSource.computeIfAbsent(source, k -> new TreeSet<>()).add(type);
        }
    }

    /** What is on the class path of the build is not on the processor path. */
    private static final class OnlyTools extends ClassLoader {
        OnlyTools() {
            super(GradleBuild.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("dev.javait.")) throw new ClassNotFoundException(name);
            return super.loadClass(name, resolve);
        }

        @Override
        public Enumeration<URL> getResources(String name) {
            return Collections.emptyEnumeration();
        }
    }

    private static final class WithoutSourcePath extends ForwardingJavaFileManager<StandardJavaFileManager> {
        WithoutSourcePath(StandardJavaFileManager files) {
            super(files);
        }

        @Override
        public boolean hasLocation(Location location) {
            return location != StandardLocation.SOURCE_PATH && super.hasLocation(location);
        }

        @Override
        public Iterable<JavaFileObject> list(
                Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
                throws IOException {
            if (location == StandardLocation.CLASS_PATH) kinds.remove(JavaFileObject.Kind.SOURCE);
            return super.list(location, packageName, kinds, recurse);
        }
    }

    private record Isolating(Processor delegate) implements Processor {
        @Override
        public void init(ProcessingEnvironment environment) {
            delegate.init(new Decorated(environment, environment.getFiler()));
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return delegate.process(annotations, round);
        }

        @Override
        public Set<String> getSupportedOptions() {
            return delegate.getSupportedOptions();
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return delegate.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return delegate.getSupportedSourceVersion();
        }

        @Override
        public Iterable<? extends Completion> getCompletions(
                Element element, AnnotationMirror annotation, ExecutableElement member, String text) {
            return new ArrayList<>();
        }
    }

    private record Decorated(ProcessingEnvironment delegate, Filer filer) implements ProcessingEnvironment {
        @Override
        public Map<String, String> getOptions() {
            return delegate.getOptions();
        }

        @Override
        public Messager getMessager() {
            return delegate.getMessager();
        }

        @Override
        public Filer getFiler() {
            return filer;
        }

        @Override
        public Elements getElementUtils() {
            return delegate.getElementUtils();
        }

        @Override
        public Types getTypeUtils() {
            return delegate.getTypeUtils();
        }

        @Override
        public SourceVersion getSourceVersion() {
            return delegate.getSourceVersion();
        }

        @Override
        public Locale getLocale() {
            return delegate.getLocale();
        }
    }
}
