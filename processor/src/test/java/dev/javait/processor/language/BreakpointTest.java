package dev.javait.processor.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.javait.processor.twin.Program;
import dev.javait.processor.twin.Source;
import dev.javait.processor.twin.World;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A debugger can set a breakpoint on each line of the cases of the language on which it can in what plain javac makes of them. */
class BreakpointTest {
    /** Nothing that a user could want to stop at: javac has the jumps over an {@code else} or a {@code catch} there, and those out of what is empty or never happens. */
    private static final Pattern NOTHING = Pattern.compile(
            "[\\s})\\];,{]*|\\s*} else \\{|\\s*try \\{|\\s*default -> \\{}|\\s*if \\(null != null\\) \\{");

    @TempDir
    static Path scratch;

    private static World untouched;
    private static World rewriting;

    @BeforeAll
    static void openWorlds() {
        untouched = World.untouched(scratch);
        rewriting = World.transforming(scratch);
    }

    static List<String> themes() {
        return LanguageTest.themes();
    }

    @ParameterizedTest
    @MethodSource("themes")
    void eachLineWithCodeHasAPlaceForABreakpoint(String path) {
        Source source = Source.resource(path);
        SortedSet<Integer> missing = lines(untouched.compile(List.of(source)));
        missing.removeAll(lines(rewriting.compile(List.of(source))));
        List<String> text = source.text().lines().toList();
        missing.removeIf(line -> NOTHING.matcher(text.get(line - 1)).matches());
        assertEquals("", shown(source, missing));
    }

    private static String shown(Source source, SortedSet<Integer> numbers) {
        List<String> lines = source.text().lines().toList();
        var shown = new StringBuilder();
        numbers.forEach(number ->
                shown.append(number).append(": ").append(lines.get(number - 1)).append('\n'));
        return shown.toString();
    }

    private static SortedSet<Integer> lines(Program program) {
        assertTrue(program.compiled(), () -> program.remarks().toString());
        var lines = new TreeSet<Integer>();
        for (byte[] file : program.classFiles()) new ClassReader(file).accept(collecting(lines), 0);
        return lines;
    }

    private static ClassVisitor collecting(SortedSet<Integer> lines) {
        return new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String descriptor, String signature, String[] exceptions) {
                return new MethodVisitor(Opcodes.ASM9) {
                    @Override
                    public void visitLineNumber(int line, Label start) {
                        lines.add(line);
                    }
                };
            }
        };
    }
}
