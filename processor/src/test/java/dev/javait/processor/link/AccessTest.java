package dev.javait.processor.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.javait.processor.model.Bridge;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AccessTest extends Fixture {
    private Path base() {
        return Compiled.library(
                folder.resolve("lib"),
                """
                package q;
                public class Base<T> implements Greeter {
                  protected T kept;
                  protected static int count = 5;
                  protected Base(T kept) { this.kept = kept; }
                  protected T kept() throws java.io.IOException { return kept; }
                  int hidden(int n) { return -n; }
                  protected long hidden(long n) { return n; }
                  protected String name() { return "base"; }
                  protected static class Box { protected int value = 7; public Box() {} }
                  protected class Inner { public Inner() {} public T kept() { return kept; } }
                }
                """,
                "package q; public interface Greeter { default String greet() { return \"hello\"; } }");
    }

    @Test
    void aMovedBodyUsesWhatItsClassInheritsAsProtectedFromAnotherPackage() throws Throwable {
        Compiled compiled = setup().on(base())
                .source(user("""
                        public class User extends q.Base<String> {
                          User() { super("x"); }
                          Coroutine<String> fetch() throws Exception { kept(); new Box(); new Inner().kept(); return null; }
                          static Object call() { return new User().fetch0(); }
                          Object fetch0() { try { return fetch(); } catch (Exception e) { return e; } }
                        }
                        """))
                .link(Machines.of("p.User", "fetch", RESULT).body("""
                        String kept = self.kept;
                        java.util.function.Supplier<String> name = () -> self.name();
                        return kept + self.kept() + q.Base.count + name.get() + new q.Base.Box() { int v() { return value; } }.v() + self.hidden(3) + self.new Inner().kept();
                        """));
        assertEquals("xx5base73x", compiled.call("p.User", "call"));
    }

    @Test
    void aMovedBodyUsesWhatItsClassInheritsAsProtectedFromTheJdk() throws Throwable {
        Compiled compiled = setup().source(user("""
                        public class User extends java.util.AbstractList<Integer> implements Cloneable {
                          public Integer get(int i) { return modCount; }
                          public int size() { return 1; }
                          Coroutine<Integer> fetch() throws CloneNotSupportedException { modCount++; removeRange(0, 0); clone(); return null; }
                          static Object call() throws Exception { return new User().fetch(); }
                        }
                        """))
                .link(Machines.of("p.User", "fetch", RESULT).body("""
                        self.modCount++;
                        self.removeRange(0, 0);
                        return ((User) self.clone()).get(0) + self.modCount;
                        """));
        assertEquals(2, compiled.call("p.User", "call"));
    }

    @Test
    void aSuperCallGoesToTheSuperclassAndItsExceptionCanBeCaught() throws Throwable {
        Compiled compiled = setup().on(base())
                .source(user("""
                        public class User extends q.Base<String> {
                          User() { super("x"); }
                          protected String kept() { return "overridden"; }
                          protected long hidden(long n) { return 0; }
                          Coroutine<String> fetch() { return null; }
                          static Object call() { return new User().fetch(); }
                        }
                        """))
                .link(Machines.of("p.User", "fetch", RESULT)
                        .bridge(new Bridge.SuperCall(
                                "kept$super", "p/User", "q/Base", "kept", "()Ljava/lang/Object;", false))
                        .bridge(new Bridge.SuperCall("hidden$super", "p/User", "q/Base", "hidden", "(J)J", false))
                        .body("""
                        try {
                          java.util.function.LongUnaryOperator hidden = n -> self.hidden$super(n);
                          return (String) self.kept$super() + self.kept() + hidden.applyAsLong(4);
                        } catch (java.io.IOException e) {
                          return e;
                        }
                        """));
        assertEquals("xoverridden4", compiled.call("p.User", "call"));
    }

    @Test
    void aSuperCallOfAnEnclosingClassOrAnInterfaceGoesThere() throws Throwable {
        Compiled compiled = setup().on(base())
                .source(user("""
                        public class User extends q.Base<String> {
                          User() { super("x"); }
                          protected String name() { return "user"; }
                          class Inner implements q.Greeter {
                            public String greet() { return "bye"; }
                            Coroutine<String> fetch() { User.super.name(); return null; }
                          }
                          static Object call() { return new User().new Inner().fetch(); }
                        }
                        """))
                .link(Machines.of("p.User$Inner", "fetch", RESULT)
                        .bridge(new Bridge.SuperCall(
                                "name$super", "p/User", "q/Base", "name", "()Ljava/lang/String;", false))
                        .bridge(new Bridge.SuperCall(
                                "greet$super", "p/User$Inner", "q/Greeter", "greet", "()Ljava/lang/String;", true))
                        .body("return self.this$outer.name$super() + self.greet$super() + self.greet();"));
        assertEquals("basehellobye", compiled.call("p.User", "call"));
    }

    @Test
    void thePackagePrivateOverloadOfAnotherPackageStaysUnseen() throws Throwable {
        Compiled compiled = setup().on(base())
                .source(user("""
                        public class User extends q.Base<String> {
                          User() { super("x"); }
                          Coroutine<Long> fetch() { return null; }
                          static Object call() { return new User().fetch(); }
                        }
                        """))
                .link(Machines.of("p.User", "fetch", RESULT).body("return self.hidden(3);"));
        assertEquals(3L, compiled.call("p.User", "call"));
    }
}
