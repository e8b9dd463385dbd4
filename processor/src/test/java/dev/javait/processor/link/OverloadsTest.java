package dev.javait.processor.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.javait.processor.twin.Source;
import dev.javait.processor.twin.TwinCase;
import dev.javait.processor.twin.Twins;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members that a class does not see are none of its overloads, though their own class has coroutines of its own, which see them. */
class OverloadsTest {
    private static final String IMPORTS = """
            import static dev.javait.Javait.await;
            import static dev.javait.Javait.done;
            import static dev.javait.processor.twin.support.Leaf.leaf;

            import dev.javait.Async;
            import dev.javait.Coroutine;
            import dev.javait.processor.twin.support.Case;
            """;

    @TempDir
    Path scratch;

    @Test
    void privateMembersOfOtherClasses() {
        assertSame(source("user.User", """
                import java.util.function.Function;

                class Other {
                    private final String made;

                    private Other(int n) {
                        made = "private int";
                    }

                    Other(Object o) {
                        made = "Object";
                    }

                    private String m(int n) {
                        return "private int";
                    }

                    private String m(String s) {
                        return "private String";
                    }

                    String m(Integer n) {
                        return "Integer";
                    }

                    String m(Object o) {
                        return "Object";
                    }

                    private static String s(String s) {
                        return "private String";
                    }

                    static String s(Object o) {
                        return "Object";
                    }

                    @Async
                    Coroutine<String> own() {
                        return done(m(await(leaf("one", 1))) + m("x") + s("y") + new Other(2).made);
                    }

                    String made() {
                        return made;
                    }
                }

                class User {
                    @Case("private")
                    @Async
                    static Coroutine<String> all() {
                        Other other = new Other(await(leaf("one", 1)));
                        Function<String, String> bound = other::m;
                        Function<String, String> fixed = Other::s;
                        Function<Integer, Other> maker = Other::new;
                        String text = other.made() + other.m(await(leaf("two", 2))) + other.m("x") + Other.s("y");
                        text += bound.apply("z") + fixed.apply("z") + maker.apply(3).made() + new Other(4).made();
                        return done(text + await(other.own()));
                    }
                }
                """));
    }

    @Test
    void membersOfOtherPackages() {
        assertSame(source("base.Base", """
                public class Base {
                    private final String made;

                    public Base(Object o) {
                        made = "public";
                    }

                    protected Base(String s) {
                        made = "protected";
                    }

                    Base(Integer n) {
                        made = "package";
                    }

                    String m(String s) {
                        return "package";
                    }

                    public String m(CharSequence s) {
                        return "public";
                    }

                    void two(int i, float f) {}

                    protected String p(String s) {
                        return "protected";
                    }

                    protected String q(String s) {
                        return "protected";
                    }

                    public String q(Object o) {
                        return "public";
                    }

                    public String p(Object o) {
                        return "public";
                    }

                    public String made() {
                        return made;
                    }

                    @Async
                    protected Coroutine<String> own() {
                        return done(m(await(leaf("own", "x"))) + p("y") + new Base("s").made + new Base(1).made);
                    }
                }
                """), source("user.User", """
                class User extends base.Base implements Two {
                    User() {
                        super("user");
                    }

                    @Override
                    public String two(float f, int i) {
                        return "two";
                    }

                    @Async
                    Coroutine<String> inside(base.Base other) {
                        String text = m(await(leaf("m", "x"))) + p("y") + two(1, 2) + other.m("z");
                        return done(text + super.p(await(leaf("p", "w"))) + new User() {}.made() + other.q("v") + await(own()));
                    }

                    @Case("other packages")
                    @Async
                    static Coroutine<String> all() {
                        User user = new User();
                        String text = user.m(await(leaf("m", "x"))) + user.p("y") + new base.Base("s").made();
                        text += new base.Base(await(leaf("n", 1))).made() + user.two(3, 4) + user.made();
                        return done(text + await(user.inside(new base.Base('c'))));
                    }
                }

                interface Two {
                    String two(float f, int i);
                }
                """));
    }

    @Test
    void privateMethodsOfASuperclassWithinTheSameClass() {
        assertSame(source("user.User", """
                class User {
                    static class Base {
                        private String m(String s) {
                            return "private";
                        }
                    }

                    static class Derived extends Base {
                        String m(Object o) {
                            return "Object";
                        }
                    }

                    @Case("not inherited")
                    @Async
                    static Coroutine<String> all() {
                        Derived derived = new Derived();
                        return done(derived.m(await(leaf("x", "x"))) + derived.m("y"));
                    }
                }
                """));
    }

    @Test
    void membersInheritedFromClassesThatOtherPackagesDoNotSee() {
        assertSame(
                source("base.Base", """
                abstract class Base {
                    public static final java.util.List<String> LIST = java.util.List.of("list");
                    public static int count = 3;
                    public String name() {
                        return "name";
                    }

                    public static String fixed(Object o) {
                        return "fixed" + o;
                    }

                    @Async
                    Coroutine<String> own() {
                        return done(name() + await(leaf("own", "x")));
                    }

                    public static class Shown extends Base {
                        public static int shown = 4;

                        @Async
                        public static Coroutine<Integer> later() {
                            return done(await(leaf("later", 5)));
                        }
                    }
                }
                """),
                source("base.Public", "public class Public extends Base {}"),
                source("user.User", """
                import static base.Public.*;
                import static base.Public.fixed;

                import java.util.function.Function;
                import java.util.function.Supplier;

                class User {
                    @Case("hidden classes")
                    @Async
                    static Coroutine<String> all() {
                        base.Public object = new base.Public();
                        Supplier<String> bound = object::name;
                        Function<base.Public, String> unbound = base.Public::name;
                        Function<Object, String> function = base.Public::fixed;
                        String text = LIST.get(0) + fixed(await(leaf("one", 1))) + bound.get() + unbound.apply(object);
                        count += await(leaf("two", 2));
                        text += function.apply("f") + object.name() + base.Public.fixed(count) + base.Public.count;
                        return done(text + base.Public.Shown.shown + await(base.Public.Shown.later()));
                    }
                }
                """));
    }

    @Test
    void methodsOfAnInterfaceThatObjectHasAsProtected() {
        assertSame(source("user.Copied", """
                class Copied implements Cloneable {
                    private int copies;

                    @Async
                    Coroutine<Integer> copy() throws CloneNotSupportedException {
                        copies += await(leaf("copies", 1));
                        return done(((Copied) clone()).copies + ((Copied) super.clone()).copies);
                    }
                }
                """), source("user.User", """
                class User {
                    interface Copyable extends Cloneable {
                        Object clone();
                    }

                    interface Named extends Copyable {
                        String name();
                    }

                    record Copy(String name) implements Named {
                        @Override
                        public Object clone() {
                            return new Copy(name + "'");
                        }
                    }

                    @Case("clone")
                    @Async
                    static Coroutine<String> all() throws CloneNotSupportedException {
                        Named named = new Copy(await(leaf("one", "n")));
                        return done(await(new Copied().copy()) + "" + named.clone() + ((Copyable) named).clone() + await(leaf("two", named)).clone());
                    }
                }
                """));
    }

    private static Source source(String name, String declarations) {
        String pkg = name.substring(0, name.indexOf('.'));
        return new Source(name, "package " + pkg + ";\n" + IMPORTS + declarations);
    }

    private void assertSame(Source... sources) {
        TwinCase twin = sources[sources.length - 1].cases().get(0);
        Optional<String> difference =
                new Twins(scratch).compile(List.of(sources)).compare(twin);
        assertEquals(Optional.empty(), difference, () -> difference.orElse(""));
    }
}
