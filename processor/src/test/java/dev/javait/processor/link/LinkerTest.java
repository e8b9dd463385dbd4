package dev.javait.processor.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.javait.processor.model.MethodKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkerTest {
    private static final String RESULT = "()Ldev/javait/Coroutine;";

    @TempDir
    Path folder;

    private Compiled.Setup setup() {
        return new Compiled.Setup(folder.resolve("out"));
    }

    @Test
    void aMovedBodyReadsPrivateFieldsAndCallsPrivateMethods() throws Throwable {
        Compiled compiled = setup().source("""
                        package p;
                        import dev.javait.Coroutine;
                        public class User {
                          private int secret = 40;
                          private static int two() { return 2; }
                          private int add(int n) { return secret + n; }
                          Coroutine<Integer> fetch(int n) { add(two()); return null; }
                          static Object call() { return new User().fetch(1); }
                        }
                        """)
                .link(Machines.of("p.User", "fetch", "(I)Ldev/javait/Coroutine;")
                        .parameters("int n")
                        .body("self.secret++; return self.add(User.two()) + frame.n;"));
        assertEquals(44, compiled.call("p.User", "call"));
    }

    @Test
    void aMovedBodyKeepsItsLambdasAndTheOldOnesAreGone() throws Throwable {
        Compiled compiled = setup().source("""
                        package p;
                        import dev.javait.Coroutine;
                        import java.util.function.Supplier;
                        public class User {
                          private int secret = 40;
                          Coroutine<Integer> fetch(int n) { Supplier<Supplier<Integer>> s = () -> () -> secret; return null; }
                          Supplier<Integer> other() { return () -> secret; }
                          static Object call() { return new User().fetch(1); }
                        }
                        """)
                .link(Machines.of("p.User", "fetch", "(I)Ldev/javait/Coroutine;")
                        .parameters("int n")
                        .body("""
                        int n = frame.n;
                        java.util.function.Supplier<java.util.function.Supplier<Integer>> s = () -> () -> self.secret + n;
                        return s.get().get();
                        """));
        assertEquals(41, compiled.call("p.User", "call"));
        List<String> lambdas = compiled.methods("p.User").stream()
                .filter(name -> name.startsWith("lambda$"))
                .map(name -> name.replaceFirst("other.\\d", "other"))
                .sorted()
                .toList();
        assertEquals(List.of("lambda$fetch$async$0", "lambda$fetch$async$1", "lambda$other"), lambdas);
    }

    @Test
    void aStackTraceNamesTheUsersClassFileAndLine() throws Throwable {
        Compiled compiled = setup().source(
                        "package p; import dev.javait.Coroutine; public class User { static Coroutine<Integer> fetch() { return null; } }")
                .link(Machines.of("p.User", "fetch", RESULT).isStatic().body("""
                        if (state == 7) return null;
                        throw new IllegalStateException("here"); // 17
                        """));
        IllegalStateException thrown =
                assertThrows(IllegalStateException.class, () -> compiled.call("p.User", "fetch"));
        assertEquals(
                "p.User.fetch$async(User.java:17)",
                String.valueOf(thrown.getStackTrace()[0]).replaceFirst("^.*/", ""));
        assertEquals(
                "p.User$fetch.resume(User.java:3)",
                String.valueOf(thrown.getStackTrace()[1]).replaceFirst("^.*/", ""));
    }

    @Test
    void aFutureIsStartedAtTheCall() throws Throwable {
        Compiled compiled = setup().source("""
                        package p;
                        import java.util.concurrent.CompletionStage;
                        public class User {
                          CompletionStage<String> fetch(String name) { return null; }
                          void run(long a, double b) {}
                          static int ran;
                          static Object call() { User user = new User(); user.run(1, 2); return user.fetch("x").toCompletableFuture().join() + ran; }
                        }
                        """)
                .link(
                        Machines.of("p.User", "fetch", "(Ljava/lang/String;)Ljava/util/concurrent/CompletionStage;")
                                .parameters("String name")
                                .kind(MethodKind.FUTURE)
                                .body("return frame.name + 1;"),
                        Machines.of("p.User", "run", "(JD)V")
                                .parameters("long a, double b")
                                .kind(MethodKind.ENTRY_POINT)
                                .body("User.ran += frame.a + frame.b; return null;"));
        assertEquals("x13", compiled.call("p.User", "call"));
    }

    @Test
    void aBodyOfAnInnerClassReachesTheEnclosingInstance() throws Throwable {
        Compiled compiled = setup().source("""
                        package p;
                        import dev.javait.Coroutine;
                        public class User {
                          private int secret = 40;
                          private class Inner { private int own = 2; Coroutine<Integer> fetch() { int i = secret; return null; } }
                          static Object call() { return new User().new Inner().fetch(); }
                        }
                        """)
                .link(Machines.of("p.User$Inner", "fetch", RESULT).body("return self.this$outer.secret + self.own;"));
        assertEquals(42, compiled.call("p.User", "call"));
    }

    @Test
    void theClassesThatABodyDeclaresReachPrivateMembersBothWays() throws Throwable {
        Compiled compiled =
                setup().source("""
                        package p;
                        import dev.javait.Coroutine;
                        public class User {
                          private int secret = 40;
                          Coroutine<Integer> fetch() { return null; }
                          static Object call() { return new User().fetch(); }
                        }
                        """).link(Machines.of("p.User", "fetch", RESULT).body("""
                        class Local { private int own = self.secret; private int twice() { return own * 2 + new Object() { int one() { return self.secret; } }.one(); } }
                        return new Local().twice() + new Local().own + Local.class.getEnclosingMethod().getName() + Local.class.getEnclosingClass().getName();
                        """));
        assertEquals("160fetch$asyncp.User", compiled.call("p.User", "call"));
    }
}
