package dev.javait.processor.link;

import dev.javait.Coroutine;
import dev.javait.frame.Frame;
import dev.javait.processor.model.StateMachine;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** A compilation of the user's sources to a folder, with its state machines linked. */
final class Compiled {
    final Path folder;
    final String messages;
    final Throwable failure;
    private final ClassLoader loader;

    private Compiled(Path folder, String messages, Throwable failure, List<Path> path) {
        this.folder = folder;
        this.messages = messages;
        this.failure = failure;
        URL[] urls = Stream.concat(Stream.of(folder), path.stream())
                .map(Compiled::url)
                .toArray(URL[]::new);
        loader = new URLClassLoader(urls, Compiled.class.getClassLoader());
    }

    /** The sources and options of a compilation to come. */
    static final class Setup {
        private final List<MemoryFile> sources = new ArrayList<>();
        private final List<Path> sourceFiles = new ArrayList<>();
        private boolean hasOutput = true;
        private final List<String> options = new ArrayList<>(List.of("-Xlint:all,-processing", "-Werror"));
        private final List<Path> path = new ArrayList<>();
        private final List<Path> modulePath = new ArrayList<>();
        private final Path folder;
        private String asserting;

        Setup(Path folder) {
            this.folder = folder;
        }

        /** For what javac warns of without a name by which it could be told not to. */
        Setup warningsAllowed() {
            options.remove("-Werror");
            return this;
        }

        Setup source(String text) {
            sources.add(MemoryFile.source(nameIn(text), text));
            return this;
        }

        Setup options(String... more) {
            options.addAll(List.of(more));
            return this;
        }

        Setup onModulePath(Path... more) {
            modulePath.addAll(List.of(more));
            return this;
        }

        /** Writes a source to a file, to be compiled from there. */
        Setup sourceFile(Path file, String text) {
            try {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            sourceFiles.add(file);
            return this;
        }

        /** Has class files written beside the sources. */
        Setup withoutOutput() {
            hasOutput = false;
            return this;
        }

        /** Enables the assertions of one class. */
        Setup asserting(String type) {
            asserting = type;
            return this;
        }

        Setup on(Path... more) {
            path.addAll(List.of(more));
            return this;
        }

        Compiled link(StateMachine... machines) {
            Linking linking = new Linking(List.of(machines));
            JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
            StringWriter out = new StringWriter();
            try (StandardJavaFileManager files =
                    javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
                Files.createDirectories(folder);
                if (hasOutput) files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
                List<Path> classPath = new ArrayList<>(path);
                if (modulePath.isEmpty()) classPath.add(whereIs(Frame.class));

                if (!modulePath.isEmpty()) files.setLocationFromPaths(StandardLocation.MODULE_PATH, modulePath);
                files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
                List<JavaFileObject> all = new ArrayList<>(sources);
                files.getJavaFileObjectsFromPaths(sourceFiles).forEach(all::add);
                JavaCompiler.CompilationTask task = javac.getTask(out, files, null, options, null, all);
                task.setProcessors(List.of(linking));
                boolean ok = task.call();
                String messages = out.toString();
                if (!ok || (options.contains("-Werror") && !messages.isBlank()))
                    throw new AssertionError("the user's sources do not compile: " + messages);
                Compiled compiled = new Compiled(
                        folder,
                        messages,
                        linking.failure(),
                        Stream.concat(path.stream(), modulePath.stream()).toList());
                if (asserting != null) compiled.loader.setClassAssertionStatus(asserting, true);
                return compiled;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Compiles sources, without linking anything, to {@code folder}. */
    static Path library(Path folder, String... sources) {
        return library(folder, List.of(), sources);
    }

    static Path library(Path folder, List<Path> path, String... sources) {
        Setup setup = new Setup(folder).on(path.toArray(Path[]::new));
        for (String source : sources) setup.source(source);
        setup.link();
        return folder;
    }

    static Path whereIs(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static String nameIn(String source) {
        String pkg = find("package ([\\w.]+);", source);
        if (source.startsWith("module ")) return "module-info";
        String type = find("(?:class|interface|enum|record) (\\w+)", source);
        return pkg.isEmpty() ? type : pkg + "." + type;
    }

    private static String find(String pattern, String source) {
        var matcher = java.util.regex.Pattern.compile(pattern).matcher(source);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws if linking has failed, or a class file is such that the JVM does not like it or reflection gets lost in it. */
    Compiled linked() {
        if (failure != null) throw new AssertionError("not linked: " + failure.getMessage(), failure);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                String name = folder.relativize(file)
                        .toString()
                        .replaceFirst("\\.class$", "")
                        .replace(file.getFileSystem().getSeparator(), ".");
                if (!name.equals("module-info")) look(Class.forName(name, true, loader));
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    private static void look(Class<?> type) {
        boolean isMember = Arrays.asList(type.getNestHost().getNestMembers()).contains(type);
        if (!isMember) throw new AssertionError(type + " is no member of its nest");
        type.getDeclaredClasses();
        type.getEnclosingMethod();
        type.getDeclaringClass();
        type.getSimpleName();
        type.getGenericSuperclass();
        for (Method method : type.getDeclaredMethods()) {
            method.getGenericParameterTypes();
            method.getParameters();
        }
    }

    Class<?> load(String name) throws ClassNotFoundException {
        return Class.forName(name, true, loader);
    }

    /** Calls a static method without parameters; runs what it gives, if that is a frame. */
    Object call(String type, String method) throws Throwable {
        linked();
        Method found = Arrays.stream(load(type).getDeclaredMethods())
                .filter(m -> m.getName().equals(method))
                .findFirst()
                .orElseThrow();
        found.setAccessible(true);
        try {
            return run(found.invoke(null));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    static Object run(Object made) throws Throwable {
        return made instanceof Coroutine<?> coroutine ? ((Frame<?>) coroutine).resume(null, 0, null, null) : made;
    }

    ClassNode classFile(String name) throws IOException {
        ClassNode node = new ClassNode();
        new ClassReader(Files.readAllBytes(folder.resolve(name.replace('.', '/') + ".class"))).accept(node, 0);
        return node;
    }

    List<String> methods(String name) throws IOException {
        return classFile(name).methods.stream().map(method -> method.name).collect(Collectors.toList());
    }
}
