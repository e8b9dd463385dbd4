package dev.javait.processor.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.javait.processor.model.StateMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UserClassesTest extends Fixture {
    @Test
    void defaultStaticAndPrivateMethodsOfAnInterfaceAreLinked() throws Throwable {
        Compiled compiled = setup().source(user("""
                        public interface User {
                          int one();
                          private int secret() { return 40; }
                          private static int two() { return 2; }
                          default Coroutine<Integer> fetch(int n) { return null; }
                          static Coroutine<Integer> fixed() { return null; }
                          private Coroutine<Integer> hidden() { return null; }
                          static Object call() { User user = () -> 1; return user.fetch(3); }
                          static Object callHidden() { User user = () -> 1; return user.hidden(); }
                        }
                        """))
                .link(
                        Machines.of("p.User", "fetch", "(I)Ldev/javait/Coroutine;")
                                .parameters("int n")
                                .body(
                                        "java.util.function.IntSupplier s = () -> self.secret() + frame.n; return s.getAsInt() + self.one();"),
                        Machines.of("p.User", "fixed", RESULT)
                                .isStatic()
                                .body("java.util.function.IntSupplier s = User::two; return s.getAsInt();"),
                        Machines.of("p.User", "hidden", RESULT).body("return self.secret() + 1;"));
        assertEquals(44, compiled.call("p.User", "call"));
        assertEquals(2, compiled.call("p.User", "fixed"));
        assertEquals(41, compiled.call("p.User", "callHidden"));
    }

    @Test
    void aMethodOfAnEnumConstantsBodyIsLinked() throws Throwable {
        Compiled compiled = setup().source(user("""
                        public enum User {
                          A { private int own = 2; Coroutine<Integer> fetch() { return null; } },
                          B;
                          private int secret = 40;
                          Coroutine<Integer> fetch() { return null; }
                          static Object call() { return A.fetch(); }
                          static Object callB() { return B.fetch(); }
                        }
                        """))
                .link(
                        Machines.of("p.User$1", "fetch", RESULT)
                                .self("User$1")
                                .body("return ((User) self).secret + self.own + self.ordinal();"),
                        Machines.of("p.User", "fetch", RESULT)
                                .body("return switch (self) { case A -> 1; case B -> self.secret; };"));
        assertEquals(42, compiled.call("p.User", "call"));
        assertEquals(40, compiled.call("p.User", "callB"));
    }

    @Test
    void aMethodOfARecordIsLinked() throws Throwable {
        Compiled compiled = setup().source(user("""
                        public record User<T>(T value, int... rest) {
                          Coroutine<T> fetch() { return null; }
                          static Object call() { return new User<>("x", 1, 2).fetch(); }
                        }
                        """))
                .link(Machines.of("p.User", "fetch", RESULT)
                        .self("User<?>")
                        .body("return self.value + \"\" + self.rest.length + self;".replace("+ self;", ";")));
        assertEquals("x2", compiled.call("p.User", "call"));
    }

    @Test
    void methodsOfLocalAndAnonymousClassesReachWhatTheseCaptured() throws Throwable {
        Compiled compiled = setup().source(user("""
                        public class User<T> {
                          private int secret = 40;
                          <U extends Number> Object make(U captured, java.util.List<U> list) {
                            int base = 100;
                            class Local<V> {
                              V own; U other = captured; java.util.Map<U, String> map;
                              Local(V own) { this.own = own; }
                              Coroutine<Object> fetch() { return list.size() + secret + base + captured.intValue() == 0 ? null : null; }
                            }
                            Object inner = new Object() {
                              Coroutine<Object> inner() { Object o = captured + "" + secret; return null; }
                              public String toString() { try { return (String) Compiled.run(inner()); } catch (Throwable e) { return "" + e; } }
                            };
                            try { return Compiled.run(new Local<>("v").fetch()) + "" + inner; } catch (Throwable e) { throw new RuntimeException(e); }
                          }
                          static Object call() { return new User<Void>().make(1, java.util.List.of(2, 3)); }
                          static class Compiled {
                            static Object run(Object made) throws Throwable { return ((dev.javait.frame.Frame<?>) made).resume(null, 0, null, null); }
                          }
                        }
                        """))
                .link(
                        Machines.of("p.User$1Local", "fetch", RESULT)
                                .self("User$1Local")
                                .body(
                                        "return self.own + \"\" + self.val$captured + self.val$list.size() + self.this$outer.secret + self.other + self.map;"),
                        Machines.of("p.User$1", "inner", RESULT)
                                .self("User$1")
                                .body("return self.val$captured + \"\" + self.this$outer.secret;"));
        assertEquals("v12401null140", compiled.call("p.User", "call"));
    }

    @Test
    void aMethodOfAMemberOfALocalClassIsLinked() throws Throwable {
        Compiled compiled = setup().source(user("""
                        public class User {
                          static Object call() {
                            class Local { int n = 3; class Member { Coroutine<Object> fetch() { return n == 0 ? null : null; } } }
                            return new Local().new Member().fetch();
                          }
                        }
                        """))
                .link(Machines.of("p.User$1Local$Member", "fetch", RESULT)
                        .self("User$1Local.Member")
                        .body("return self.this$outer.n;"));
        assertEquals(3, compiled.call("p.User", "call"));
    }

    @Test
    void aClassInThePackageWithoutANameIsLinked() throws Throwable {
        Compiled compiled = setup().source(
                        "public class Main { private static int n = 3; static dev.javait.Coroutine<Object> fetch() { return null; } }")
                .link(Machines.of("Main", "fetch", RESULT).isStatic().body("return Main.n;"));
        assertEquals(3, compiled.call("Main", "fetch"));
    }

    @Test
    void overloadsAndThousandsOfMethodsAreKeptApart() throws Throwable {
        String methods = IntStream.range(0, 3000)
                .mapToObj(i ->
                        "static int m" + i + "(int a) { return a + " + i * 40_000 + " + \"k" + i + "\".length(); }")
                .collect(Collectors.joining("\n"));
        String overloads = IntStream.range(0, 20)
                .mapToObj(i -> "static Coroutine<Object> fetch(" + "int a".repeat(0)
                        + IntStream.range(0, i).mapToObj(k -> "int a" + k).collect(Collectors.joining(", "))
                        + ") { return null; }")
                .collect(Collectors.joining("\n"));
        List<StateMachine> machines = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            machines.add(Machines.of("p.User", "fetch", "(" + "I".repeat(i) + ")Ldev/javait/Coroutine;")
                    .named("fetch" + i)
                    .isStatic()
                    .parameters(IntStream.range(0, i).mapToObj(k -> "int a" + k).collect(Collectors.joining(", ")))
                    .body("java.util.function.Supplier<Integer> s = () -> " + i + "; return User.m2999(s.get());"));
        }
        Compiled compiled = setup().source(user("public class User {" + methods + overloads
                        + " static Object call() { return fetch(1, 2, 3); } }"))
                .link(machines.toArray(StateMachine[]::new));
        assertEquals(3 + 2999 * 40_000 + 5, compiled.call("p.User", "call"));
    }

    @Test
    void severalNestsAreLinkedInOneGo() throws Throwable {
        Compiled compiled = setup().source(
                        user(
                                "public class One { private int n = 1; static Coroutine<Object> fetch() { return null; } private static class In { static Coroutine<Object> deep() { return null; } } static Object call() { return In.deep(); } }"))
                .source(user(
                        "public class Two { private int n = 2; static Coroutine<Object> fetch() { return null; } }"))
                .link(
                        Machines.of("p.One", "fetch", RESULT).isStatic().body("return new One().n;"),
                        Machines.of("p.One$In", "deep", RESULT)
                                .isStatic()
                                .body("return new Object() { int n() { return new One().n + 10; } }.n();"),
                        Machines.of("p.Two", "fetch", RESULT).isStatic().body("return new Two().n;"));
        assertEquals(1, compiled.call("p.One", "fetch"));
        assertEquals(11, compiled.call("p.One", "call"));
        assertEquals(2, compiled.call("p.Two", "fetch"));
    }
}
