package dev.javait.processor.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** What the joined class files look like. */
class ClassFileTest extends Fixture {
    private static final String STRINGS = "(Ljava/util/List;J)Ldev/javait/Coroutine;";

    private static final String USER = user("""
            import java.lang.annotation.ElementType; import java.lang.annotation.Retention; import java.lang.annotation.RetentionPolicy; import java.lang.annotation.Target;
            public class User {
              @Retention(RetentionPolicy.RUNTIME) @Target({ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE}) @interface Mark { int value(); }
              private static class Hidden { int n = 1; }
              @Mark(1) @Deprecated final Coroutine<@Mark(2) String> fetch(@Mark(3) java.util.List<String> strings, long times) throws java.io.IOException {
                int local = 1; try { local++; } finally { local--; } return null;
              }
              @SuppressWarnings("deprecation") static Object call() throws Exception { return new User().fetch(java.util.List.of("a"), 2); }
            }
            """);

    private Compiled compile(String... options) {
        return setup().source(USER)
                .options(options)
                .link(Machines.of("p.User", "fetch", STRINGS)
                        .parameters("java.util.List<String> strings, long times")
                        .body("""
                int n = new User.Hidden().n; // 20
                long times = frame.times;

                String joined = String.join("", frame.strings); // 22
                Runnable r = () -> { // 23
                  if (times > 5) throw new IllegalStateException(); // 24
                };
                r.run(); // 23
                return joined + n + new Object() { public String toString() { return self.toString().substring(0, 0); } };
                """));
    }

    @Test
    void theUsersMethodKeepsItsAnnotationsSignatureAndExceptions() throws Throwable {
        Compiled compiled = compile("-parameters", "-g");
        assertEquals("a1", compiled.call("p.User", "call"));
        Method method = Arrays.stream(compiled.load("p.User").getDeclaredMethods())
                .filter(m -> m.getName().equals("fetch"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                "[@p.User.Mark(1), @java.lang.Deprecated(forRemoval=false, since=\"\")]",
                Arrays.toString(method.getAnnotations()).replace("p.User$Mark", "p.User.Mark"));
        assertEquals(
                "@p.User.Mark(3)",
                method.getParameterAnnotations()[0][0].toString().replace("p.User$Mark", "p.User.Mark"));
        assertEquals(1, method.getAnnotatedReturnType().getAnnotations().length);
        assertEquals(
                "final dev.javait.Coroutine<java.lang.String> p.User.fetch(java.util.List<java.lang.String>,long) throws java.io.IOException",
                method.toGenericString());
        assertEquals(
                List.of("strings", "times"),
                Arrays.stream(method.getParameters())
                        .map(java.lang.reflect.Parameter::getName)
                        .toList());
    }

    @Test
    void theUsersMethodStandsOnItsLineAndNamesItsParameters() throws IOException {
        MethodNode method = method(compile("-g").classFile("p.User"), "fetch");
        assertEquals(List.of(3), lines(method));
        assertEquals(List.of("this:0", "strings:1", "times:2"), variables(method));
        assertTrue(method.tryCatchBlocks.isEmpty());
    }

    @Test
    void theMovedBodyHasTheUsersLinesAndNoOthers() throws IOException {
        ClassNode user = compile().classFile("p.User");
        assertEquals(
                List.of(20, 22, 23),
                lines(method(user, "fetch$async")).stream().distinct().toList());
        assertEquals(
                List.of(24),
                lines(method(user, "lambda$fetch$async$0")).stream().distinct().toList());
    }

    @Test
    void theMovedBodyIsHiddenAndHasItsOwnThis() throws IOException {
        MethodNode body = method(compile("-g").classFile("p.User"), "fetch$async");
        assertEquals(Opcodes.ACC_PRIVATE, body.access);
        assertEquals(
                "(Ldev/javait/frame/Driver;Lp/User$fetch;ILjava/lang/Object;Ljava/lang/Throwable;)Ljava/lang/Object;",
                body.desc);
        assertTrue(variables(body).contains("this:0"), variables(body).toString());
        assertTrue(
                variables(body).stream().noneMatch(name -> name.startsWith("frame:")),
                variables(body).toString());
    }

    @Test
    void theFrameClassSpeaksOfTheUsersFileAndItsMethodsLine() throws IOException {
        ClassNode frame = compile().classFile("p.User$fetch");
        assertEquals("User.java", frame.sourceFile);
        assertEquals(
                List.of(3),
                frame.methods.stream()
                        .flatMap(method -> lines(method).stream())
                        .distinct()
                        .toList());
        assertEquals(
                List.of("<init>", "resume", "location"),
                frame.methods.stream().map(method -> method.name).toList());
        assertEquals("User.java", compile().classFile("p.User$fetch$1").sourceFile);
    }

    @Test
    void withoutDebugInformationThereIsNoneInWhatIsGenerated() throws Throwable {
        Compiled compiled = compile("-g:none");
        assertEquals("a1", compiled.call("p.User", "call"));
        for (String name : List.of("p.User", "p.User$fetch", "p.User$fetch$1")) {
            ClassNode node = compiled.classFile(name);
            assertNull(node.sourceFile);
            assertTrue(
                    node.methods.stream()
                            .allMatch(method ->
                                    lines(method).isEmpty() && variables(method).isEmpty()),
                    name);
        }
    }

    @Test
    void parameterNamesAreWrittenOnlyWhereTheUserWantsThem() throws IOException {
        assertFalse(method(compile("-parameters").classFile("p.User"), "fetch$async")
                .parameters
                .isEmpty());
        assertNull(method(compile().classFile("p.User"), "fetch$async").parameters);
    }

    @Test
    void nestedClassesKeepTheFlagsThatTheUserGaveThem() throws IOException {
        Compiled compiled = compile();
        for (String name : List.of("p.User", "p.User$fetch")) {
            for (InnerClassNode inner : compiled.classFile(name).innerClasses) {
                if (inner.name.equals("p/User$Hidden"))
                    assertEquals(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, inner.access, name);
            }
        }
        assertTrue(Modifier.isPrivate(Arrays.stream(classes(compiled))
                .filter(c -> c.getSimpleName().equals("Hidden"))
                .findFirst()
                .orElseThrow()
                .getModifiers()));
    }

    private static Class<?>[] classes(Compiled compiled) {
        try {
            return compiled.load("p.User").getDeclaredClasses();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anOlderReleaseIsKept() throws Throwable {
        assumeTrue(Runtime.version().feature() > 17);
        Compiled compiled = compile("--release", "17");
        assertEquals("a1", compiled.call("p.User", "call"));
        for (String name : List.of("p.User", "p.User$fetch", "p.User$fetch$1"))
            assertEquals(Opcodes.V17, compiled.classFile(name).version);
    }

    @Test
    void anOlderReleaseIsKeptWhereProtectedMembersOfTheJdkAreUsed() throws Throwable {
        assumeTrue(Runtime.version().feature() > 17);
        Compiled compiled = setup().options("--release", "17")
                .source(user("""
                        public class User extends java.util.ArrayList<Integer> {
                          private static final long serialVersionUID = 1;
                          Coroutine<Object> fetch() { removeRange(0, modCount); return null; }
                          static Object call() { return new User().fetch(); }
                        }
                        """))
                .link(Machines.of("p.User", "fetch", RESULT)
                        .body("self.modCount++; self.removeRange(0, 0); return self.modCount;"));
        assertEquals(2, compiled.call("p.User", "call"));
    }

    @Test
    void previewFeaturesOfTheUserMarkWhatIsGenerated() throws Throwable {
        String feature = Integer.toString(Runtime.version().feature());
        Compiled compiled = setup().options("--enable-preview", "--release", feature, "-Xlint:-preview")
                .source(user("public class User { static Coroutine<Object> fetch() { return null; } }"))
                .link(Machines.of("p.User", "fetch", RESULT).isStatic().body("return 1;"));
        if (compiled.failure != null) throw compiled.failure;
        assertEquals(compiled.classFile("p.User").version, compiled.classFile("p.User$fetch").version);
    }

    @Test
    void internalsOfTheJdkThatTheUserExportsMayBeUsed() throws Throwable {
        Compiled compiled = setup().options("--add-exports", "java.base/jdk.internal.misc=ALL-UNNAMED")
                .source(user("""
                        public class User {
                          static Coroutine<Object> fetch() { jdk.internal.misc.VM.isBooted(); return null; }
                        }
                        """))
                .link(Machines.of("p.User", "fetch", RESULT)
                        .isStatic()
                        .body("return jdk.internal.misc.VM.isBooted();"));
        if (compiled.failure != null) throw compiled.failure;
        assertTrue(compiled.methods("p.User").contains("fetch$async"));
    }

    @Test
    void internalsThatOnlyTheGeneratedSourceNamesMayBeUsed() throws Throwable {
        Compiled compiled = setup().options("--add-exports", "java.base/jdk.internal.misc=ALL-UNNAMED")
                .source(user("public class User { static Coroutine<Object> fetch() { return null; } }"))
                .link(Machines.of("p.User", "fetch", RESULT)
                        .isStatic()
                        .body("jdk.internal.misc.Signal none = null; return none;"));
        if (compiled.failure != null) throw compiled.failure;
        assertTrue(compiled.methods("p.User").contains("fetch$async"));
    }

    @Test
    void modulesThatTheUserAddsMayBeUsed() throws Throwable {
        Compiled compiled = setup().warningsAllowed()
                .options("--add-modules", "jdk.incubator.vector")
                .source(user("""
                        public class User {
                          static Coroutine<Object> fetch() { jdk.incubator.vector.IntVector.SPECIES_128.length(); return null; }
                        }
                        """))
                .link(Machines.of("p.User", "fetch", RESULT)
                        .isStatic()
                        .body("return jdk.incubator.vector.IntVector.SPECIES_128.length();"));
        if (compiled.failure != null) throw compiled.failure;
        assertTrue(compiled.methods("p.User").contains("fetch$async"));
    }

    @Test
    void theOldBodyIsGoneAltogether() throws IOException {
        MethodNode method = method(compile().classFile("p.User"), "fetch");
        List<String> types = new ArrayList<>();
        for (AbstractInsnNode instruction : method.instructions)
            if (instruction instanceof TypeInsnNode made) types.add(made.desc);
        assertEquals(List.of("p/User$fetch"), types);
        assertTrue(method.tryCatchBlocks.isEmpty());
    }

    private static MethodNode method(ClassNode node, String name) {
        return node.methods.stream()
                .filter(method -> method.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> lines(MethodNode method) {
        List<Integer> lines = new ArrayList<>();
        for (AbstractInsnNode instruction : method.instructions)
            if (instruction instanceof LineNumberNode line) lines.add(line.line);
        return lines;
    }

    private static List<String> variables(MethodNode method) {
        if (method.localVariables == null) return List.of();
        return method.localVariables.stream()
                .map(variable -> variable.name + ":" + variable.index)
                .collect(Collectors.toList());
    }
}
