package dev.javait.processor.link;

import static org.objectweb.asm.Opcodes.ACC_STATIC;

import dev.javait.processor.model.StateMachine;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Compiles all generated sources in memory, at the level of the user's classes. */
final class NestedCompiler {
    private final JavaCompiler javac;
    private final List<StateMachine> machines;
    private final List<List<StateMachine>> parts;
    private final ClassPath classPath;
    private final OpenedView view;

    private NestedCompiler(
            JavaCompiler javac,
            List<StateMachine> machines,
            List<List<StateMachine>> parts,
            ClassPath classPath,
            OpenedView view) {
        this.javac = javac;
        this.machines = machines;
        this.parts = parts;
        this.classPath = classPath;
        this.view = view;
    }

    /**
     * A machine as compiled.
     *
     * @param frame the frame class
     * @param others what javac made beside it: classes that the body declares, tables of enum switches
     */
    record Unit(StateMachine machine, ClassNode frame, List<ClassNode> others) {
        List<ClassNode> classes() {
            List<ClassNode> all = new ArrayList<>(List.of(frame));
            all.addAll(others);
            return all;
        }

        /** The method that is to move into the user's class. */
        MethodNode body() throws LinkException {
            return frame.methods.stream()
                    .filter(method -> method.name.equals(machine.bodyMethod()) && (method.access & ACC_STATIC) != 0)
                    .findFirst()
                    .orElseThrow(() ->
                            new LinkException(machine, frame.name + " has no static method " + machine.bodyMethod()));
        }
    }

    /** What a compilation gave: class files by internal name, or messages. */
    private record Outcome(
            boolean compiled,
            Map<String, ClassNode> classes,
            List<Diagnostic<? extends JavaFileObject>> messages,
            String out) {
        static Outcome joined(List<Outcome> parts) {
            Map<String, ClassNode> classes = new LinkedHashMap<>();
            List<Diagnostic<? extends JavaFileObject>> messages = new ArrayList<>();
            StringBuilder out = new StringBuilder();
            for (Outcome part : parts) {
                classes.putAll(part.classes);
                messages.addAll(part.messages);
                out.append(part.out);
            }
            return new Outcome(parts.stream().allMatch(Outcome::compiled), classes, messages, out.toString());
        }
    }

    static List<Unit> compile(List<StateMachine> machines, Nests nests, OpenedView view, ClassFiles files)
            throws LinkException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        if (javac == null) throw new LinkException(null, "this Java has no compiler (a JRE?)");
        NestedCompiler compiler = new NestedCompiler(
                javac, machines, Parts.of(machines, nests), ClassPath.of(machines, nests, files), view);
        Level level = Level.of(nests.classes().values());
        Outcome outcome = compiler.run(level.options());
        if (!outcome.compiled() && view.openHidden()) outcome = compiler.run(level.options());
        if (!outcome.compiled()) {
            // The user may have compiled for an older Java without --release, or with what a module does not export.
            Outcome second = compiler.run(level.lenientOptions(Internals.exports(machines, nests, files)));
            if (!second.compiled())
                throw compiler.failure(
                        second.messages().size() < outcome.messages().size() ? second : outcome);
            outcome = second;
        }
        return compiler.units(outcome.classes());
    }

    private Outcome run(List<String> options) {
        return Outcome.joined(Parts.map(parts, part -> run(part, options)));
    }

    private Outcome run(List<StateMachine> part, List<String> options) {
        Map<String, byte[]> inMemory = new HashMap<>(classPath.inMemory());
        inMemory.putAll(view.classes());
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        StringWriter out = new StringWriter();
        try (StandardJavaFileManager standard =
                        javac.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8);
                MemoryFiles memory = new MemoryFiles(standard, inMemory, view.patches())) {
            locate(standard);
            List<MemoryFile> sources = part.stream()
                    .map(machine -> MemoryFile.source(machine.frameClass(), machine.source()))
                    .toList();
            boolean compiled =
                    javac.getTask(out, memory, messages, options, null, sources).call();
            Map<String, ClassNode> classes = new LinkedHashMap<>();
            if (compiled) memory.output().forEach((name, file) -> classes.put(name, Reading.node(file.content())));
            return new Outcome(compiled, classes, messages.getDiagnostics(), out.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No source path: sources that lie on the class path are not to be compiled. */
    private void locate(StandardJavaFileManager files) throws IOException {
        files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath.roots());
        files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
        files.setLocationFromPaths(StandardLocation.ANNOTATION_PROCESSOR_PATH, List.of());
    }

    private List<Unit> units(Map<String, ClassNode> classes) throws LinkException {
        Map<String, List<ClassNode>> members = new HashMap<>();
        for (ClassNode node : classes.values()) {
            if (node.nestHostClass == null) continue;
            members.computeIfAbsent(node.nestHostClass, k -> new ArrayList<>()).add(node);
        }
        List<Unit> units = new ArrayList<>();
        for (StateMachine machine : machines) {
            ClassNode frame = classes.get(Nests.internal(machine.frameClass()));
            if (frame == null) throw new LinkException(machine, "its source declares no class " + machine.frameClass());
            units.add(new Unit(machine, frame, members.getOrDefault(frame.name, List.of())));
        }
        return units;
    }

    private LinkException failure(Outcome outcome) {
        Set<StateMachine> failed = new LinkedHashSet<>();
        StringBuilder text = new StringBuilder("the generated source does not compile:");
        for (Diagnostic<? extends JavaFileObject> message : outcome.messages()) {
            if (message.getKind() != Diagnostic.Kind.ERROR) continue;
            text.append("\n  ").append(message.getMessage(Locale.ROOT));
            if (!(message.getSource() instanceof MemoryFile file)) continue;
            for (StateMachine machine : machines) {
                if (!machine.frameClass().equals(file.binaryName())) continue;
                failed.add(machine);
                text.append("\n  ").append(line(machine, message.getLineNumber()));
            }
        }
        boolean tooLarge = outcome.messages().stream()
                .anyMatch(message -> String.valueOf(message.getCode()).startsWith("compiler.err.limit.code"));
        LinkException.Reason reason = tooLarge ? LinkException.Reason.TOO_LARGE : LinkException.Reason.INTERNAL;
        return new LinkException(reason, failed, (text + "\n" + outcome.out()).strip());
    }

    private static String line(StateMachine machine, long number) {
        String line = machine.source()
                .lines()
                .skip(Math.max(0, number - 1))
                .findFirst()
                .orElse("");
        return machine.frameClass() + ":" + number + ": " + line.strip();
    }
}
