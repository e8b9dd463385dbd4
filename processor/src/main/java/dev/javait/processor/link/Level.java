package dev.javait.processor.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * How javac was told to write the user's classes, read from what it wrote.
 *
 * @param feature the Java version of the class files
 * @param preview whether they may use that version's preview features
 */
record Level(int feature, boolean preview, boolean source, boolean lines, boolean variables, boolean parameters) {
    private static final int FIRST_MAJOR = 44;

    /** The level of {@code classes}, which one compilation has written: what one of them shows holds for all. */
    static Level of(Collection<ClassNode> classes) {
        int version = classes.iterator().next().version;
        return new Level(
                (version & 0xffff) - FIRST_MAJOR,
                // javac marks only the classes of files that use a preview feature
                classes.stream().anyMatch(node -> node.version >>> 16 == Opcodes.V_PREVIEW >>> 16),
                classes.stream().anyMatch(node -> node.sourceFile != null),
                anyMethod(classes, Level::hasLines),
                anyMethod(classes, method -> method.localVariables != null && !method.localVariables.isEmpty()),
                anyMethod(classes, Level::hasParameterNames));
    }

    private static boolean anyMethod(Collection<ClassNode> classes, Predicate<MethodNode> test) {
        return classes.stream().flatMap(node -> node.methods.stream()).anyMatch(test);
    }

    private static boolean hasLines(MethodNode method) {
        return StreamSupport.stream(method.instructions.spliterator(), false)
                .anyMatch(LineNumberNode.class::isInstance);
    }

    /** Constructors and {@code valueOf} have the names of mandated parameters in any case. */
    private static boolean hasParameterNames(MethodNode method) {
        return method.parameters != null
                && !method.name.equals("<init>")
                && method.parameters.stream()
                        .anyMatch(parameter -> parameter.name != null
                                && (parameter.access & (Opcodes.ACC_MANDATED | Opcodes.ACC_SYNTHETIC)) == 0);
    }

    /** javac's options for the same. */
    List<String> options() {
        List<String> options = common();
        if (!isNewest() || preview) options.addAll(List.of("--release", Integer.toString(feature)));
        return options;
    }

    /**
     * The same for a compilation that used more of the JDK than {@code --release} shows.
     *
     * @param exports what to export, as {@code module/package}
     */
    List<String> lenientOptions(Set<String> exports) {
        List<String> options = common();
        if (!isNewest() || preview)
            options.addAll(List.of("-source", Integer.toString(feature), "-target", Integer.toString(feature)));
        for (String export : exports) {
            // a module that is no root by itself, such as one of those that incubate, is not there unless it is asked
            // for
            options.addAll(List.of("--add-modules", export.substring(0, export.indexOf('/'))));
            options.addAll(List.of("--add-exports", export + "=ALL-UNNAMED"));
        }
        return options;
    }

    private boolean isNewest() {
        return feature == Runtime.version().feature();
    }

    private List<String> common() {
        List<String> options = new ArrayList<>(
                List.of("-proc:none", "-implicit:none", "-nowarn", "-Xlint:none", "-encoding", "UTF-8"));
        if (preview) options.add("--enable-preview");
        options.add(debug());
        if (parameters) options.add("-parameters");
        return options;
    }

    private String debug() {
        List<String> parts = new ArrayList<>();
        if (source) parts.add("source");
        if (lines) parts.add("lines");
        if (variables) parts.add("vars");
        return parts.isEmpty() ? "-g:none" : "-g:" + String.join(",", parts);
    }
}
