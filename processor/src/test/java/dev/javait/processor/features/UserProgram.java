package dev.javait.processor.features;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.javait.Async;
import dev.javait.processor.AsyncProcessor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.mockito.Mockito;

/** A class {@code Program} with the members that a test gives, compiled with the processor. */
final class UserProgram {
    /** What stands before the members. {@code of}, {@code fails} and {@code pause} wait or do not, as {@link Pace} says. */
    private static final String HEAD = """
            import static dev.javait.Javait.*;
            import static java.text.MessageFormat.format;
            import static java.time.Duration.*;
            import dev.javait.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.function.*;
            public class Program {
              static String pace = "READY";
              static int awaits;
              static boolean waits() {
                awaits++;
                return pace.equals("SUSPENDING") || pace.equals("MIXED") && awaits % 2 == 0;
              }
              @Async static <T> Coroutine<T> of(T value) { if (waits()) await(yieldNow()); return done(value); }
              @Async static <T> Coroutine<T> fails(Throwable e) throws Throwable { if (waits()) await(yieldNow()); throw e; }
              @Async static Coroutine<Void> pause() { if (waits()) await(yieldNow()); return done(); }
              static void say(Object what) { System.out.println(what); }
              record Res(String name) implements AsyncCloseable {
                Res { say("open " + name); }
                @Async public Coroutine<Void> closeAsync() { say("closing " + name); await(pause()); say("closed " + name); return done(); }
              }
              record Plain(String name) implements AutoCloseable {
                Plain { say("open " + name); }
                @Override public void close() { say("closed " + name); }
              }
            """;

    static final int LINES_OF_HEAD = (int) HEAD.lines().count();

    /** Whether the awaits of a program wait. */
    enum Pace {
        READY,
        SUSPENDING,
        MIXED
    }

    private final Path folder;
    final String messages;

    private UserProgram(Path folder, String messages) {
        this.folder = folder;
        this.messages = messages;
    }

    static UserProgram compile(Path folder, String members) {
        return compileWhole(folder, HEAD + members + "}\n", LINES_OF_HEAD, "-g");
    }

    /** Compiles a file that declares a class {@code Program}. */
    static UserProgram compileWhole(Path folder, String source) {
        return compileWhole(folder, source, "-g");
    }

    static UserProgram compileWhole(Path folder, String source, String... options) {
        return compileWhole(folder, source, 0, options);
    }

    private static UserProgram compileWhole(Path folder, String source, int linesBefore, String... options) {
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        var javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files =
                javac.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
            files.setLocationFromPaths(
                    StandardLocation.CLASS_PATH, List.of(whereIs(Async.class), whereIs(Mockito.class)));
            var task = javac.getTask(null, files, diagnostics, List.of(options), null, List.of(new Text(source)));
            task.setProcessors(List.of(new AsyncProcessor()));
            task.call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new UserProgram(
                folder,
                diagnostics.getDiagnostics().stream()
                        .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                        .map(d -> (d.getLineNumber() - linesBefore) + ": " + d.getMessage(Locale.ROOT))
                        .collect(Collectors.joining("\n")));
    }

    /** Runs the program's {@code main} at every pace; it has to print {@code lines} at each. */
    static void prints(Path folder, String members, String... lines) {
        UserProgram program = compile(folder, members);
        assertEquals("", program.messages);
        for (Pace pace : Pace.values()) {
            assertEquals(String.join("\n", lines), program.run(pace), pace + "");
        }
    }

    /** Has javac refuse the program; each of {@code errors} is "line in members: beginning of the message". */
    static void isRefused(Path folder, String members, String... errors) {
        List<String> found = compile(folder, members).messages.lines().toList();
        String begun = Stream.iterate(0, i -> i < found.size(), i -> i + 1)
                .map(i -> i < errors.length && found.get(i).startsWith(errors[i]) ? errors[i] : found.get(i))
                .collect(Collectors.joining("\n"));
        assertEquals(String.join("\n", errors), begun);
    }

    /** What {@code main} prints at that pace; what it throws is printed last. */
    String run(Pace pace) {
        return run(program -> {
            var field = program.getDeclaredField("pace");
            field.setAccessible(true);
            field.set(null, pace.name());
        });
    }

    /** What {@code main} prints. */
    String run() {
        return run(program -> {});
    }

    private interface Preparation {
        void of(Class<?> program) throws ReflectiveOperationException;
    }

    private String run(Preparation preparation) {
        PrintStream before = System.out;
        var printed = new ByteArrayOutputStream();
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, UserProgram.class.getClassLoader());
                var out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            Class<?> program = loader.loadClass("Program");
            preparation.of(program);
            try {
                program.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
            } catch (InvocationTargetException e) {
                out.println("threw " + e.getCause());
                if (e.getCause() instanceof LinkageError broken) throw broken;
            }
        } catch (ReflectiveOperationException | IOException e) {
            throw new IllegalStateException(e);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8).lines().collect(Collectors.joining("\n"));
    }

    static Path whereIs(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String text) {
            super(URI.create("string:///Program.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
