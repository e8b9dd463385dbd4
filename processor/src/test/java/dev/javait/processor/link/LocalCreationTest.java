package dev.javait.processor.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.javait.processor.model.Bridge;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Classes that the old body declared, made by the new one. */
class LocalCreationTest extends Fixture {
    private static final String STRING = "Ljava/lang/String;";

    private static Bridge.Creation creation(
            String type, String outer, List<String> arguments, Bridge.Captured... captured) {
        return made("make", type, outer, arguments, List.of(captured));
    }

    private static Bridge.Creation made(
            String name, String type, String outer, List<String> arguments, List<Bridge.Captured> captured) {
        return new Bridge.Creation(name, type, outer, arguments, captured, List.of());
    }

    private static Bridge.Captured captured(String variable, String descriptor) {
        return new Bridge.Captured(variable, descriptor);
    }

    @Test
    void aLocalClassGetsItsCapturedVariablesInWhateverOrder() throws Throwable {
        Compiled compiled = setup().source(user("""
                        public class User {
                          private int secret = 40;
                          Coroutine<Object> fetch(String a, long b) {
                            int unused = 0;
                            class Local {
                              final int n; private String tail;
                              Local(int n, String tail) throws java.io.IOException { this.n = n; this.tail = tail; }
                              Local(String tail) throws java.io.IOException { this(9, tail); }
                              String all() { return n + tail + b + a + secret; }
                            }
                            try { new Local(1, "").all(); new Local("").all(); } catch (java.io.IOException e) { return null; }
                            return null;
                          }
                          static Object call() { return new User().fetch("a", 2L); }
                        }
                        """))
                .link(Machines.of("p.User", "fetch", "(Ljava/lang/String;J)Ldev/javait/Coroutine;")
                        .parameters("String a, long b")
                        .bridge(creation(
                                "p/User$1Local",
                                "p/User",
                                List.of("I", STRING),
                                captured("a", STRING),
                                captured("unused", "I"),
                                captured("b", "J")))
                        .bridge(made(
                                "make2",
                                "p/User$1Local",
                                "p/User",
                                List.of(STRING),
                                List.of(captured("b", "J"), captured("a", STRING))))
                        .body("""
                        try {
                          User$1Local one = User.make(self, 3, "t", frame.a, 0, frame.b);
                          return one.all() + one.tail + User.make2(self, "u", frame.b, frame.a).all();
                        } catch (java.io.IOException e) {
                          return e;
                        }
                        """));
        assertEquals("3t2a40t9u2a40", compiled.call("p.User", "call"));
    }

    @Test
    void anAnonymousClassWithSuperArgumentsAndAnOuterInstanceOfItsSuperclassIsMade() throws Throwable {
        Compiled compiled = setup().source(user("""
                        public class User {
                          class Base { final String s; Base(String s, Object o) { this.s = s + o + User.this.id; } public String toString() { return s; } }
                          int id;
                          User(int id) { this.id = id; }
                          Coroutine<Object> fetch(User other, double d) {
                            new Object() { public String toString() { return "plain" + d; } }.toString();
                            other.new Base("x", 1) { public String toString() { return super.toString() + d + id; } }.toString();
                            return null;
                          }
                          static Object call() { return new User(1).fetch(new User(2), .5); }
                        }
                        """))
                .link(
                        Machines.of("p.User", "fetch", "(Lp/User;D)Ldev/javait/Coroutine;")
                                .parameters("User other, double d")
                                .bridge(creation(
                                        "p/User$2",
                                        "p/User",
                                        List.of("Lp/User;", STRING, "Ljava/lang/Object;"),
                                        captured("d", "D")))
                                .bridge(made("plain", "p/User$1", "p/User", List.of(), List.of(captured("d", "D"))))
                                .body(
                                        "return User.plain(self, frame.d) + \"\" + User.make(self, frame.other, \"x\", 1, frame.d);"));
        assertEquals("plain0.5x120.51", compiled.call("p.User", "call"));
    }

    @Test
    void localClassesOfAStaticMethodAndLocalRecordsAreMade() throws Throwable {
        Compiled compiled = setup().source(user("""
                        public class User {
                          static Coroutine<Object> fetch(int n) {
                            record Pair<A>(A a, int b) {}
                            class Local implements Comparable<Local> { public int compareTo(Local o) { return n; } }
                            class Other { Object make() { return new Local().compareTo(null) + "" + new Pair<>("p", 1); } }
                            return null;
                          }
                          static Object call() { return fetch(5); }
                        }
                        """))
                .link(Machines.of("p.User", "fetch", "(I)Ldev/javait/Coroutine;")
                        .isStatic()
                        .parameters("int n")
                        .bridge(creation("p/User$1Pair", "", List.of("Ljava/lang/Object;", "I")))
                        .bridge(made("other", "p/User$1Other", "", List.of(), List.of(captured("n", "I"))))
                        .bridge(made("local", "p/User$1Local", "", List.of(), List.of(captured("n", "I"))))
                        .body("""
                        User$1Local local = User.local(frame.n);
                        Comparable<?> c = local;
                        return User.other(frame.n).make() + "" + User.make("q", 2).a() + local.compareTo(local);
                        """));
        assertEquals("5Pair[a=p, b=1]q5", compiled.call("p.User", "call"));
    }

    @Test
    void aCapturedVariableThatTheBridgeDoesNotGiveIsReported() {
        Compiled compiled = setup().source(user("""
                        public class User {
                          static Coroutine<Object> fetch(int n) { class Local { int n() { return n; } } return null; }
                        }
                        """))
                .link(Machines.of("p.User", "fetch", "(I)Ldev/javait/Coroutine;")
                        .isStatic()
                        .parameters("int n")
                        .bridge(creation("p/User$1Local", "", List.of()))
                        .body("return User.make();"));
        assertTrue(
                compiled.failure instanceof LinkException e && e.getMessage().contains("p/User$1Local captures n"),
                String.valueOf(compiled.failure));
    }
}
