package dev.javait.processor.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Constructs that javac compiles to more than the instructions of one method. */
class MovedCodeTest extends Fixture {
    private Object run(String members, String body) throws Throwable {
        return setup().source(user("""
                        public class User {
                          private int secret = 40;
                          private static String two() { return "2"; }
                          private String three(String s) { return s + 3; }
                          enum Color { RED, GREEN }
                          sealed interface Shape permits Circle, Square {}
                          private record Circle(int r) implements Shape {}
                          private record Square(int a) implements Shape {}
                          Coroutine<Object> fetch() { return null; }
                          static Object call() { return new User().fetch(); }
                          MEMBERS
                        }
                        """.replace("MEMBERS", members)))
                .link(Machines.of("p.User", "fetch", RESULT).body(body))
                .call("p.User", "call");
    }

    @Test
    void methodReferencesToPrivateMethodsWork() throws Throwable {
        assertEquals("23x33", run("", """
                java.util.function.Supplier<String> two = User::two;
                java.util.function.UnaryOperator<String> bound = self::three;
                java.util.function.BiFunction<User, String, String> unbound = User::three;
                java.util.function.Supplier<User> make = User::new;
                return bound.apply(two.get()) + unbound.apply(make.get(), "x") + "3";
                """));
    }

    @Test
    void switchesOverStringsAndEnumsWork() throws Throwable {
        assertEquals(12, run("", """
                int n = switch (User.two()) { case "1" -> 1; case "2" -> 2; default -> 3; };
                User.Color color = User.Color.GREEN;
                switch (color) { case RED: return 0; case GREEN: return n + 10; default: return -1; }
                """));
    }

    @Test
    void patternsOfPrivateRecordsWork() throws Throwable {
        assertEquals(
                5, run("", "User.Shape shape = new User.Circle(5); return shape instanceof User.Circle c ? c.r : -1;"));
    }

    @Test
    void lambdasInLambdasAndInClassesOfTheBodyWork() throws Throwable {
        assertEquals("4041", run("", """
                int[] n = {0};
                java.util.function.Supplier<Runnable> outer = () -> () -> n[0] += self.secret;
                outer.get().run();
                class Local { java.util.function.Supplier<Integer> later() { return () -> self.secret + 1; } }
                return n[0] + "" + new Local().later().get();
                """));
    }

    @Test
    void aLambdaThatIsSerialisedComesBackBesideTheUsersOwn() throws Throwable {
        String members = """
                interface Source extends java.util.function.Supplier<Object>, java.io.Serializable {}
                private static Source own(int n) { return () -> "own" + n; }
                static Object copy(Object o) {
                  try {
                    var bytes = new java.io.ByteArrayOutputStream();
                    try (var out = new java.io.ObjectOutputStream(bytes)) { out.writeObject(o); }
                    try (var in = new java.io.ObjectInputStream(new java.io.ByteArrayInputStream(bytes.toByteArray())) {
                      protected Class<?> resolveClass(java.io.ObjectStreamClass c) throws ClassNotFoundException { return Class.forName(c.getName(), false, User.class.getClassLoader()); }
                    }) { return in.readObject(); }
                  } catch (Exception e) { throw new RuntimeException(e); }
                }
                """;
        assertEquals("7own8L2", run(members, """
                int n = 7;
                User.Source lambda = () -> n;
                User.Source reference = "L2"::toString;
                return ((User.Source) User.copy(lambda)).get() + "" + ((User.Source) User.copy(User.own(8))).get() + ((User.Source) User.copy(reference)).get();
                """));
    }

    @Test
    void aFailingAssertionIsHeard() throws Throwable {
        AssertionError error = assertThrows(AssertionError.class, () -> {
            Compiled compiled = setup().source(
                            user(
                                    "public class User { static class In { static Coroutine<Object> fetch() { return null; } } static Object call() { return In.fetch(); } }"))
                    .asserting("p.User")
                    .link(Machines.of("p.User$In", "fetch", RESULT)
                            .isStatic()
                            .body("assert state < 0 : \"state \" + state;\n return \"unheard\";"));
            compiled.call("p.User", "call");
        });
        assertEquals("state 0", error.getMessage());
    }

    @Test
    void anAssertionThatIsNotEnabledIsNotHeard() throws Throwable {
        Compiled compiled = setup().source(
                        user("public class User { static Coroutine<Object> fetch() { return null; } }"))
                .asserting("p.Other")
                .link(Machines.of("p.User", "fetch", RESULT)
                        .isStatic()
                        .body("assert state < 0;\n return \"unheard\";"));
        assertEquals("unheard", compiled.call("p.User", "fetch"));
    }

    @Test
    void classesOfTheBodySayWhereTheyAreDeclared() throws Throwable {
        assertEquals("Local p.User fetch$async true p.User ", run("", """
                class Local {}
                Object anonymous = new Object() {};
                Class<?> c = anonymous.getClass();
                return Local.class.getSimpleName() + " " + Local.class.getEnclosingClass().getName() + " " + c.getEnclosingMethod().getName() + " "
                  + c.isAnonymousClass() + " " + c.getNestHost().getName() + " " + c.getSimpleName();
                """));
    }

    @Test
    void anAsyncLambdaMovesInWithoutReplacingAMethod() throws Throwable {
        Compiled compiled = setup().source(user("""
                        public class User {
                          private int secret = 40;
                          Coroutine<Object> fetch() { Runnable old = () -> secret++; return null; }
                          static Object call() { return new User().fetch(); }
                        }
                        """))
                .link(
                        Machines.of("p.User", "fetch", RESULT)
                                .body("return new User$fetch$lambda(self, 2).resume(null, 0, null, null);"),
                        Machines.of("p.User", "", "")
                                .lambda()
                                .named("fetch$lambda")
                                .parameters("int n")
                                .body("return self.secret + frame.n;"));
        assertEquals(42, compiled.call("p.User", "call"));
        assertEquals(
                1,
                compiled.methods("p.User").stream()
                        .filter("fetch$lambda$async"::equals)
                        .count());
        assertEquals(
                0,
                compiled.methods("p.User").stream()
                        .filter(name -> name.startsWith("lambda$"))
                        .count());
    }
}
