package dev.javait.processor.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/** What debuggers and reflection see of a rewritten method. */
class DebugInformationTest {
    private static final String PROGRAM = """
            import static dev.javait.Javait.*;
            import dev.javait.*;
            import java.util.function.*;
            public class Program {
                final int base = 7;
                @Async
                Coroutine<Integer> leg(String from, int km) {
                    int doubled = km * 2;
                    await(yieldNow());
                    for (int i = 0; i < 2; i++) {
                        int x = i + base;
                        await(yieldNow());
                        doubled += x;
                    }
                    {
                        String x = from + await(yieldNow());
                        Supplier<String> s = () ->
                            x + from;
                        await(yieldNow());
                        doubled += s.get().length() + x.length();
                    }
                    Object o = doubled;
                    if (o instanceof Integer n && await(done(true))) {
                        await(yieldNow());
                        doubled += n;
                    }
                    int total = doubled + km * await(done(1));
                    return done(total + from.length());
                }
                @Async
                static <T> Coroutine<T> twice(T t) {
                    try {
                        await(yieldNow());
                    } catch (IllegalStateException e) {
                        await(yieldNow());
                        throw e;
                    }
                    return done(t);
                }
                @Async
                public static void main(String[] args) {
                    System.out.println(await(new Program().leg("Ulm", await(twice(21)))));
                }
            }
            """;

    @TempDir
    Path folder;

    /** Those that are still read: what nobody reads any more is not kept, and so cannot be shown. */
    @Test
    void aDebuggerSeesTheUsersVariablesWhereTheUserHasThem() throws IOException {
        MethodNode leg = method("leg$async");
        assertEquals(Set.of("this", "from", "km", "doubled"), visibleAt(leg, 9));
        assertEquals(Set.of("this", "from", "km", "doubled", "i"), visibleAt(leg, 11));
        assertEquals(Set.of("this", "from", "km", "doubled", "i", "x"), visibleAt(leg, 13));
        assertEquals(Set.of("this", "from", "km", "doubled", "x", "s"), visibleAt(leg, 20));
        assertEquals(Set.of("this", "from", "km", "doubled", "n"), visibleAt(leg, 25));
        assertEquals(Set.of("this", "from", "km", "total"), visibleAt(leg, 28));
        assertEquals(Set.of("e"), visibleAt(method("twice$async"), 36));
    }

    /** What is not kept is 0 or null when the method resumes; a debugger would show that as its value. */
    @Test
    void aVariableIsShownWhereItHasTheValueThatTheUserGaveIt() throws IOException {
        UserProgram program = UserProgram.compileWhole(folder, """
                import static dev.javait.Javait.*;
                import dev.javait.*;
                public class Program {
                    @Async
                    static Coroutine<Integer> sum(int a, Integer b, int n) {
                        int twice = a * 2;
                        String name = "n" + b;
                        await(yieldNow());
                        System.out.println(name);
                        int sum = n;
                        do {
                            int step = sum + 1;
                            sum += await(done(step));
                            if (sum > 20) continue;
                            System.out.println(sum);
                        } while (sum < 40);
                        try {
                            b = await(done(sum));
                            if (b > 50) throw new IllegalStateException("x");
                            System.out.println(b);
                        } catch (IllegalStateException e) {
                            await(yieldNow());
                            System.out.println(e);
                            sum--;
                        }
                        return done(sum + n);
                    }
                    @Async
                    public static void main(String[] args) {
                        System.out.println(await(sum(1, 2, 5)));
                    }
                }
                """);
        assertEquals("", program.messages);
        assertEquals("n2\n11\n47\n52", program.run());
        MethodNode sum = read().methods.stream()
                .filter(method -> method.name.equals("sum$async"))
                .findFirst()
                .orElseThrow();
        assertEquals(Set.of("a", "b", "n", "twice"), visibleAt(sum, 7));
        assertEquals(Set.of("n", "name"), visibleAt(sum, 9));
        assertEquals(Set.of("n", "name"), visibleAt(sum, 10));
        assertEquals(Set.of("n", "sum", "step"), visibleAt(sum, 13));
        assertEquals(Set.of("n", "sum"), visibleAt(sum, 15));
        assertEquals(Set.of("n", "sum"), visibleAt(sum, 16));
        assertEquals(Set.of("n", "sum", "b"), visibleAt(sum, 19));
        assertEquals(Set.of("n", "sum", "e"), visibleAt(sum, 23));
        assertEquals(Set.of("n", "sum"), visibleAt(sum, 26));
    }

    @Test
    void sisterVariablesOfOneNameAreNeverThereTogether() throws IOException {
        MethodNode leg = method("leg$async");
        assertEquals(Set.of("I"), types(leg, "x", 13));
        assertEquals(Set.of("Ljava/lang/String;"), types(leg, "x", 20));
    }

    @Test
    void aLambdaShowsWhatItCapturesUnderTheUsersName() throws IOException {
        MethodNode lambda = node().methods.stream()
                .filter(method -> method.name.startsWith("lambda$"))
                .findFirst()
                .orElseThrow();
        assertEquals(Set.of("x", "from"), visibleAt(lambda, 18));
    }

    /** Some debuggers stop only at the first place of a line; so what an await may lead to has one. */
    @Test
    void whatALoopHasTwiceIsNeverTheFirstPlaceOfItsLine() throws IOException {
        UserProgram program = UserProgram.compileWhole(folder, """
                import static dev.javait.Javait.*;
                import dev.javait.*;
                public class Program {
                    @Async
                    public static void main(String[] args) {
                        int sum = 0;
                        for (int i = 0; i < 5; i++) {
                            if (i == 1) continue;
                            sum += await(done(i));
                            if (i > 2) await(yieldNow());
                        }
                        for (int i = 0; i < 5; i++) {
                            await(yieldNow());
                            sum += i;
                        }
                        System.out.println(sum);
                    }
                }
                """);
        assertEquals("", program.messages);
        assertEquals("19", program.run());
        MethodNode main = read().methods.stream()
                .filter(method -> method.name.equals("main$async"))
                .findFirst()
                .orElseThrow();
        List<Integer> lines =
                lined(main).stream().map(node -> ((LineNumberNode) node).line).toList();
        assertEquals(1, Collections.frequency(lines, 14), lines::toString);
        assertTrue(Collections.frequency(lines, 7) > 2, lines::toString);
    }

    /** A breakpoint there would stop twice: at the await, and when the method resumes. */
    @Test
    void anAwaitIsOnePlaceOnItsLine() throws IOException {
        MethodNode leg = method("leg$async");
        List<Integer> lines =
                lined(leg).stream().map(node -> ((LineNumberNode) node).line).toList();
        for (int line : List.of(9, 19, 24, 27)) assertEquals(1, Collections.frequency(lines, line), lines::toString);
    }

    @Test
    void theBodyIsPrivateAndNotSyntheticAndTheFrameIs() throws Exception {
        compile();
        try (var loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, DebugInformationTest.class.getClassLoader())) {
            Class<?> program = loader.loadClass("Program");
            for (var method : program.getDeclaredMethods()) {
                if (!method.getName().endsWith("$async") || method.getName().startsWith("lambda$")) continue;
                assertTrue(Modifier.isPrivate(method.getModifiers()), method::toString);
                assertTrue(!method.isSynthetic(), method::toString);
            }
            Class<?> frame = loader.loadClass("Program$leg");
            assertEquals(program, frame.getNestHost());
            assertTrue(frame.isSynthetic());
        }
    }

    @Test
    void variablesOfAClassWithoutThemStayAway() throws IOException {
        UserProgram program = UserProgram.compileWhole(folder, PROGRAM, "-g:lines");
        assertEquals("", program.messages);
        assertEquals(
                List.of(),
                read().methods.stream()
                        .filter(method -> method.localVariables != null && !method.localVariables.isEmpty())
                        .map(method -> method.name)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-g:none", "-g:source", "-g:vars"})
    void aClassWithoutLineNumbersIsRewrittenToo(String option) {
        UserProgram program = UserProgram.compileWhole(folder, PROGRAM, option);
        assertEquals("", program.messages);
        assertEquals("172", program.run());
    }

    private void compile() {
        UserProgram program = UserProgram.compileWhole(folder, PROGRAM);
        assertEquals("", program.messages);
        assertEquals("172", program.run());
    }

    private ClassNode node() throws IOException {
        compile();
        return read();
    }

    private ClassNode read() throws IOException {
        var node = new ClassNode();
        new ClassReader(Files.readAllBytes(folder.resolve("Program.class"))).accept(node, 0);
        return node;
    }

    private MethodNode method(String name) throws IOException {
        return node().methods.stream()
                .filter(method -> method.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<AbstractInsnNode> lined(MethodNode method) {
        return Stream.of(method.instructions.toArray())
                .filter(LineNumberNode.class::isInstance)
                .toList();
    }

    /** The names that a breakpoint on {@code line} shows. */
    private static Set<String> visibleAt(MethodNode method, int line) {
        return variablesAt(method, line).map(variable -> variable.name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> types(MethodNode method, String name, int line) {
        return variablesAt(method, line)
                .filter(variable -> variable.name.equals(name))
                .map(variable -> variable.desc)
                .collect(Collectors.toSet());
    }

    private static Stream<LocalVariableNode> variablesAt(MethodNode method, int line) {
        AbstractInsnNode first = lined(method).stream()
                .filter(node -> ((LineNumberNode) node).line == line)
                .findFirst()
                .orElseThrow();
        AbstractInsnNode at = first;
        while (at.getOpcode() < 0) at = at.getNext();
        int index = method.instructions.indexOf(at);
        return method.localVariables.stream()
                .filter(variable -> method.instructions.indexOf(variable.start) <= index
                        && index < method.instructions.indexOf(variable.end));
    }
}
