package dev.javait.processor.link;

import dev.javait.processor.model.StateMachine;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** Compiles all generated sources in one go, in memory, at the level of the user's classes. */
final class NestedCompiler {
    private NestedCompiler() {}

    /**
     * A machine as compiled.
     *
     * @param frame the frame class
     * @param others what javac made beside it: classes that the body declares, tables of enum switches
     */
    record Unit(StateMachine machine, ClassNode frame, List<ClassNode> others) {}

    static List<Unit> compile(List<StateMachine> machines, Nests nests, OpenedView view, ClassFiles files)
            throws LinkException, IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        if (javac == null) throw new LinkException(null, "this Java has no compiler (a JRE?)");
        ClassPath classPath = ClassPath.of(machines, nests, files);
        Map<String, byte[]> inMemory = new HashMap<>(classPath.inMemory());
        inMemory.putAll(view.classes());
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        try (StandardJavaFileManager standard =
                        javac.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8);
                MemoryFiles memory = new MemoryFiles(standard, inMemory)) {
            locate(standard, classPath.roots());
            Map<String, StateMachine> sources = new LinkedHashMap<>();
            List<MemoryFile> units = new ArrayList<>();
            for (StateMachine machine : machines) {
                sources.put(machine.frameClass(), machine);
                units.add(MemoryFile.source(machine.frameClass(), machine.source()));
            }
            List<String> options = Level.of(nests.classes().values()).options();
            StringWriter out = new StringWriter();
            boolean compiled =
                    javac.getTask(out, memory, messages, options, null, units).call();
            if (!compiled) throw failure(messages.getDiagnostics(), sources, out.toString());
            return units(machines, memory.output());
        }
    }

    /** No source path: sources that lie on the class path are not to be compiled. */
    private static void locate(StandardJavaFileManager files, Set<Path> roots) throws IOException {
        files.setLocationFromPaths(StandardLocation.CLASS_PATH, roots);
        files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
        files.setLocationFromPaths(StandardLocation.ANNOTATION_PROCESSOR_PATH, List.of());
    }

    private static List<Unit> units(List<StateMachine> machines, Map<String, MemoryFile> output) throws LinkException {
        Map<String, ClassNode> nodes = new LinkedHashMap<>();
        output.forEach((name, file) -> nodes.put(name, parse(file.content())));
        List<Unit> units = new ArrayList<>();
        for (StateMachine machine : machines) {
            ClassNode frame = nodes.get(Nests.internal(machine.frameClass()));
            if (frame == null) throw new LinkException(machine, "its source declares no class " + machine.frameClass());
            List<ClassNode> others = nodes.values().stream()
                    .filter(node -> frame.name.equals(node.nestHostClass))
                    .toList();
            units.add(new Unit(machine, frame, others));
        }
        return units;
    }

    private static ClassNode parse(byte[] bytes) {
        ClassNode node = new ClassNode();
        new ClassReader(bytes).accept(node, 0);
        return node;
    }

    private static LinkException failure(
            List<Diagnostic<? extends JavaFileObject>> messages, Map<String, StateMachine> sources, String out) {
        StringBuilder text = new StringBuilder("the generated source does not compile:");
        StateMachine first = null;
        for (Diagnostic<? extends JavaFileObject> message : messages) {
            if (message.getKind() != Diagnostic.Kind.ERROR) continue;
            StateMachine machine =
                    message.getSource() instanceof MemoryFile file ? sources.get(file.binaryName()) : null;
            if (first == null) first = machine;
            text.append("\n  ").append(message.getMessage(Locale.ROOT));
            if (machine != null)
                text.append("\n  ")
                        .append(machine.frameClass())
                        .append(':')
                        .append(message.getLineNumber())
                        .append(": ")
                        .append(line(machine, message.getLineNumber()));
        }
        return new LinkException(first, text + (out.isBlank() ? "" : "\n" + out.strip()));
    }

    private static String line(StateMachine machine, long number) {
        return machine.source()
                .lines()
                .skip(Math.max(0, number - 1))
                .findFirst()
                .orElse("")
                .strip();
    }
}
