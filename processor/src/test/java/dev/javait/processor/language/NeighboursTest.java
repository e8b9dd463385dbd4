package dev.javait.processor.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.javait.processor.twin.Source;
import dev.javait.processor.twin.Twins;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H7: what the classes of the same package are called. */
class NeighboursTest {
    @TempDir
    Path scratch;

    @Test
    void aPackageMayHaveTypesNamedLikeThoseOfJavaLangAndOfTheRuntime() {
        assertSame(
                new Source("names.Object", "package names; class Object {}"),
                new Source("names.String", "package names; class String {}"),
                new Source("names.Override", "package names; @interface Override {}"),
                new Source("names.Throwable", "package names; interface Throwable {}"),
                new Source("names.Integer", "package names; class Integer { static int one = 1; }"),
                new Source("names.Frame", "package names; class Frame { int size = 2; }"),
                new Source("names.Await", "package names; class Await { static int of(int x) { return x; } }"),
                user("""
                        @Case("all names")
                        @Async
                        static Coroutine<java.lang.String> all() {
                            java.lang.String dev = await(leaf("dev", "d"));
                            int java = Integer.one + new Frame().size + Await.of(3);
                            String own = await(leaf("own", new String()));
                            try {
                                java += await(leaf("one", 1));
                                await(failing("f", new IllegalStateException(dev)));
                            } catch (IllegalStateException e) {
                                dev += e.getMessage();
                            } finally {
                                dev += await(leaf("finally", java));
                            }
                            boolean isObject = await(leaf("object", new Object())) instanceof Object;
                            return done(dev + java + isObject + (own != null));
                        }
                        """));
    }

    @Test
    void aClassMayBeNamedAsWhatIsGeneratedWouldBe() {
        assertSame(new Source("names.User$all", "package names; class User$all { int size = 1; }"), user("""
                        @Case("all methods")
                        @Async
                        static Coroutine<java.lang.String> all() {
                            return done("" + new User$all().size + await(part()) + await(part(2)) + await(part$2()));
                        }

                        @Async
                        static Coroutine<Integer> part() {
                            return done(await(leaf("none", 0)));
                        }

                        @Async
                        static Coroutine<Integer> part(int x) {
                            return done(await(leaf("x", x)));
                        }

                        @Async
                        static Coroutine<Integer> part$2() {
                            return done(await(leaf("dollar", 3)));
                        }
                        """));
    }

    @Test
    void valuesOfAClassThatIsHiddenInAnotherPackageAreKeptAndHandedOn() {
        assertSame(new Source("hidden.Api", """
                        package hidden;
                        public class Api {
                            public static Text text(String s) { return new Text(s); }
                            public static String upper(Text text, int n) { return text.toString().toUpperCase() + n; }
                        }
                        class Text {
                            private final String s;
                            Text(String s) { this.s = s; }
                            @Override public String toString() { return s; }
                        }
                        """), user("""
                        @Case("hidden")
                        @Async
                        static Coroutine<String> hidden() {
                            var text = hidden.Api.text("a");
                            Object[] all = {hidden.Api.text("b"), await(leaf("one", 1))};
                            return done(hidden.Api.upper(text, await(leaf("two", 2))) + all[0] + all[1]);
                        }
                        """));
    }

    private static Source user(String members) {
        return new Source("names.User", """
                package names;

                import static dev.javait.Javait.await;
                import static dev.javait.Javait.done;
                import static dev.javait.processor.twin.support.Leaf.failing;
                import static dev.javait.processor.twin.support.Leaf.leaf;

                import dev.javait.Async;
                import dev.javait.Coroutine;
                import dev.javait.processor.twin.support.Case;

                class User {
                %s
                }
                """.formatted(members.indent(4)));
    }

    private void assertSame(Source... sources) {
        var twin = sources[sources.length - 1].cases().get(0);
        Optional<String> difference =
                new Twins(scratch).compile(List.of(sources)).compare(twin);
        assertEquals(Optional.empty(), difference, () -> difference.orElse(""));
    }
}
