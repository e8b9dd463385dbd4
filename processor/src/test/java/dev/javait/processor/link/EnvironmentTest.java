package dev.javait.processor.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.javait.frame.Frame;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where classes lie, and what must not be touched. */
class EnvironmentTest extends Fixture {
    private static final String NAPPING =
            user("public class User { static Coroutine<Object> fetch() { return null; } }");

    private Path jar(String name, Path classes) throws IOException {
        Path jar = folder.resolve(name);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> paths = Files.walk(classes)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(path).toString().replace('\\', '/')));
                Files.copy(path, out);
            }
        }
        return jar;
    }

    private Path runtimeModule() throws IOException {
        Path runtime = Compiled.whereIs(Frame.class);
        return Files.isDirectory(runtime)
                ? jar("dev.javait.runtime.jar", runtime)
                : Files.copy(runtime, folder.resolve("dev.javait.runtime.jar"));
    }

    @Test
    void classesInJarsAreFoundAndThoseThatTheirMembersName() throws Throwable {
        Path leaf = jar(
                "a leaf.jar",
                Compiled.library(folder.resolve("leaf"), "package leaf; public class Leaf { public int n = 4; }"));
        Path tree = jar(
                "tree.jar",
                Compiled.library(
                        folder.resolve("tree"),
                        List.of(leaf),
                        "package tree; public class Tree { public leaf.Leaf leaf() { return new leaf.Leaf(); } }"));
        Path unused = jar(
                "only-named.jar",
                Compiled.library(
                        folder.resolve("named"),
                        "package named; public class Named { public static final int N = 5; }"));
        Compiled compiled = setup().on(tree, leaf, unused)
                .source(user("""
                        public class User {
                          static Coroutine<Object> fetch() { new tree.Tree().leaf(); return null; }
                        }
                        """))
                .link(Machines.of("p.User", "fetch", RESULT)
                        .isStatic()
                        .header("import named.Named;")
                        .body("var leaf = new tree.Tree().leaf(); return leaf.n + Named.N;"));
        assertEquals(9, compiled.call("p.User", "fetch"));
    }

    @Test
    void sourcesThatLieOnTheClassPathAreNotCompiled() throws Throwable {
        Path library =
                Compiled.library(folder.resolve("lib"), "package q; public class Lib { public static int n = 1; }");
        Files.writeString(library.resolve("q/Lib.java"), "this is no Java");
        Files.writeString(library.resolve("q/Other.java"), "this is no Java");
        Compiled compiled = setup().on(library)
                .options("-implicit:none", "-sourcepath", folder.toString())
                .source(user(
                        "public class User { static Coroutine<Object> fetch() { int n = q.Lib.n; return null; } }"))
                .link(Machines.of("p.User", "fetch", RESULT).isStatic().body("return q.Lib.n;"));
        assertEquals(1, compiled.call("p.User", "fetch"));
    }

    @Test
    void aModuleIsLinkedAgainstItsModulePath() throws Throwable {
        Path library = Compiled.library(
                folder.resolve("lib"),
                "module lib { exports q; }",
                "package q; public class Base { protected int n = 3; public Base() {} }");
        Compiled compiled = setup().onModulePath(library, runtimeModule())
                .options("-Xlint:-requires-automatic")
                .source("module user { requires lib; requires java.sql; requires dev.javait.runtime; }")
                .source(user("""
                        public class User extends q.Base {
                          Coroutine<Object> fetch() { int m = n; java.sql.Types.class.getName(); return null; }
                          static Object call() { return new User().fetch(); }
                        }
                        """))
                .link(Machines.of("p.User", "fetch", RESULT).body("return self.n + java.sql.Types.BIT;"));
        assertEquals(-4, compiled.call("p.User", "call"));
    }

    @Test
    void whatDoesNotCompileIsReportedWithItsLineAndChangesNothing() throws IOException {
        Path user = folder.resolve("out/p/User.class");
        setup().source(NAPPING).link();
        byte[] before = Files.readAllBytes(user);
        Compiled compiled = setup().source(NAPPING)
                .link(
                        Machines.of("p.User", "fetch", RESULT)
                                .isStatic()
                                .named("good")
                                .body("return 1;"),
                        Machines.of("p.User", "fetch", RESULT)
                                .isStatic()
                                .named("bad")
                                .body("int n = 1;\nreturn nobody;"));
        LinkException failure = (LinkException) compiled.failure;
        assertTrue(
                failure.getMessage().contains("nobody")
                        && failure.getMessage().contains("p.User$bad:6: return nobody;"),
                failure.getMessage());
        assertEquals("p.User$bad", failure.machine().frameClass());
        assertArrayEquals(before, Files.readAllBytes(user));
        try (Stream<Path> files = Files.list(user.getParent())) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void aMethodThatIsNotThereIsReportedAndChangesNothing() throws IOException {
        Compiled compiled = setup().source(NAPPING)
                .link(Machines.of("p.User", "other", RESULT).isStatic().body("return 1;"));
        assertEquals("p/User has no method other()Ldev/javait/Coroutine;", compiled.failure.getMessage());
        assertEquals(List.of("<init>", "fetch"), compiled.methods("p.User"));
    }

    @Test
    void aSecondCompilationToTheSameFolderWarnsOfNothing() throws Throwable {
        for (int i = 1; i <= 2; i++) {
            int n = i;
            Compiled compiled = setup().source(NAPPING)
                    .link(Machines.of("p.User", "fetch", RESULT)
                            .isStatic()
                            .body("Runnable r = () -> {}; r.run(); return " + n + ";"));
            assertEquals(n, compiled.call("p.User", "fetch"));
            assertEquals("", compiled.messages);
        }
    }

    @Test
    void withoutAnOutputFolderTheClassFilesLieBesideTheSource() throws Throwable {
        Compiled compiled = setup().withoutOutput()
                .sourceFile(folder.resolve("out/p/User.java"), user("""
                        public class User { private static class In { int n = 2; } static Coroutine<Object> fetch() { return null; } }
                        """))
                .link(Machines.of("p.User", "fetch", RESULT).isStatic().body("return new User.In().n;"));
        assertEquals(2, compiled.call("p.User", "fetch"));
    }

    @Test
    void manyModulesAreLinkedInOneGo() throws Throwable {
        Path sources = folder.resolve("src");
        Compiled compiled = setup().onModulePath(runtimeModule())
                .options("-Xlint:-requires-automatic", "--module-source-path", sources.toString())
                .sourceFile(
                        sources.resolve("one/module-info.java"),
                        "module one { requires transitive dev.javait.runtime; exports p to two; }")
                .sourceFile(
                        sources.resolve("one/p/Base.java"),
                        user("public class Base { protected int n = 3; protected Base() {} }"))
                .sourceFile(sources.resolve("two/module-info.java"), "module two { requires one; }")
                .sourceFile(
                        sources.resolve("two/q/User.java"),
                        "package q; class User extends p.Base { dev.javait.Coroutine<Object> fetch() { n++; return null; } static Object call() { return new User().fetch(); } }")
                .link(Machines.of("q.User", "fetch", RESULT).body("return self.n;"));
        if (compiled.failure != null) throw compiled.failure;
        assertTrue(Files.exists(folder.resolve("out/two/q/User$fetch.class")));
    }

    private static final String DERIVED = user("""
            public class User {
              static class Base { private String m(int n) { return "private"; } }
              static class Derived extends Base { String m(long n) { return "own"; } }
              static Coroutine<Object> fetch() { return null; }
            }
            """);

    @Test
    void aPrivateMemberThatOnlyTheOpenedViewInheritsIsNotUsed() throws Throwable {
        Compiled compiled = setup().source(DERIVED)
                .link(Machines.of("p.User", "fetch", RESULT).isStatic().body("return new User.Derived().m(1);"));
        assertEquals("own", compiled.call("p.User", "fetch"));
    }

    @Test
    void aPrivateMemberThatCanBeUsedOnlyInPartIsReported() {
        Compiled compiled = setup().source(DERIVED)
                .link(Machines.of("p.User", "fetch", RESULT)
                        .isStatic()
                        .body("return new User.Base().m(0) + new User.Derived().m(1);"));
        assertEquals(
                "p/User does not see m(I)Ljava/lang/String; of p/User$Derived, which is private in p/User$Base",
                compiled.failure.getMessage());
    }

    @Test
    void ofTwoWaysToCompileTheOneWithFewerErrorsIsTold() {
        Compiled compiled = setup().options("--add-exports", "java.base/jdk.internal.misc=ALL-UNNAMED")
                .source(user("public class User { static Coroutine<Object> fetch() { return null; } }"))
                .link(Machines.of("p.User", "fetch", RESULT)
                        .isStatic()
                        .body("jdk.internal.misc.Signal none = null; return nobody;"));
        String failure = compiled.failure.getMessage();
        assertTrue(failure.contains("variable nobody"), failure);
        assertFalse(failure.contains("not visible"), failure);
    }
}
