package dev.javait.processor.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.javait.processor.twin.Remark;
import dev.javait.processor.twin.Source;
import dev.javait.processor.twin.Twins;
import dev.javait.processor.twin.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
    void variablesMayBeNamedLikeClassesThatHaveNoPackage() {
        assertSame(new Source("Outermost", """
                        import static dev.javait.Javait.*;
                        import static dev.javait.processor.twin.support.Leaf.leaf;
                        import dev.javait.*;
                        import dev.javait.processor.twin.support.Case;
                        import java.util.function.IntUnaryOperator;

                        class Outermost {
                            static int more = 3;

                            static int twice(int x) {
                                return 2 * x;
                            }

                            static class Inner {
                                static int thrice(int x) {
                                    return 3 * x + more;
                                }

                                @Async
                                static Coroutine<Integer> inner() {
                                    int one = await(leaf("one", 1));
                                    IntUnaryOperator own = Outermost -> thrice(Outermost) + twice(Outermost) + one;
                                    return done(own.applyAsInt(await(leaf("two", 2))));
                                }
                            }

                            @Case("lambdas")
                            @Async
                            static Coroutine<Integer> lambdas() {
                                int one = await(leaf("one", 1));
                                IntUnaryOperator own = Outermost -> twice(Outermost) + one + more++;
                                more = own.applyAsInt(2);
                                return done(own.applyAsInt(3) + more + await(Inner.inner()));
                            }
                        }
                        """));
    }

    @Test
    void typeParametersMayBeNamedLikeClassesThatHaveNoPackage() {
        assertSame(new Source("T", """
                        import static dev.javait.Javait.*;
                        import static dev.javait.processor.twin.support.Leaf.leaf;
                        import dev.javait.*;
                        import dev.javait.processor.twin.support.Case;
                        import java.util.ArrayList;
                        import java.util.List;

                        class T<T> {
                            T held;

                            @Async
                            <Other> Coroutine<List<Other>> list(T given, Other other) {
                                T own = await(leaf("own", given));
                                List<T> list = new ArrayList<>();
                                list.add(own);
                                held = list.get(0);
                                List<Other> others = new ArrayList<>();
                                others.add(await(leaf("other", other)));
                                return done(others);
                            }

                            @Case("named like its class")
                            @Async
                            static Coroutine<String> named() {
                                return done(await(Other.make()) + new Other().one);
                            }
                        }

                        class Other {
                            int one = 1;

                            @Async
                            static Coroutine<String> make() {
                                var own = new T<Integer>();
                                List<String> list = await(own.list(await(leaf("given", 1)), "s"));
                                return done("" + list + own.held);
                            }
                        }
                        """));
    }

    @Test
    void aClassNamedLikeOurPackageBesideOneNamedLikeOurClassesIsRefused() {
        List<Source> sources = List.of(
                new Source("names.dev", "package names; class dev {}"),
                new Source("names.Frame", "package names; class Frame { static int size = 2; }"),
                user("""
                        @Async
                        static Coroutine<Integer> all() {
                            return done(Frame.size);
                        }
                        """));
        List<String> errors = World.transforming(scratch).compile(sources).remarks().stream()
                .filter(Remark::isError)
                .map(Remark::message)
                .toList();
        assertEquals(
                List.of(
                        "[unsupported] a class dev beside a class Frame in the package is not supported in an @Async method; give one of the two"
                                + " another name"),
                errors);
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

    @Test
    void filesAreNamedForFileSystemsThatKnowNoCase() throws IOException {
        assertSame(user("""
                        record Page(int size) {}

                        @Case("pages")
                        @Async
                        static Coroutine<java.lang.String> pages() {
                            return done("" + await(page()).size() + await(pAge()));
                        }

                        @Async
                        static Coroutine<Page> page() {
                            return done(new Page(await(leaf("size", 1))));
                        }

                        @Async
                        static Coroutine<Integer> pAge() {
                            return done(await(leaf("age", 2)));
                        }
                        """));
        try (Stream<Path> files = Files.walk(scratch)) {
            List<String> names = files.map(file -> file.toString().toLowerCase(Locale.ROOT))
                    .filter(file -> file.contains("$page"))
                    .sorted()
                    .toList();
            assertTrue(names.size() > 2, names::toString);
            assertEquals(names.size(), Set.copyOf(names).size(), names::toString);
        }
    }

    @Test
    void aMethodsNameMayBeLongerThanAFiles() {
        assertSame(user("""
                        @Case("long names")
                        @Async
                        static Coroutine<java.lang.String> all() {
                            return done("" + await(%1$s1()) + await(%1$s2()));
                        }

                        @Async
                        static Coroutine<Integer> %1$s1() {
                            return done(await(leaf("one", 1)));
                        }

                        @Async
                        static Coroutine<Integer> %1$s2() {
                            return done(await(dev.javait.Javait.async(() -> await(leaf("two", 2)))));
                        }
                        """.formatted("l".repeat(240))));
    }

    private void assertSame(Source... sources) {
        var twin = sources[sources.length - 1].cases().get(0);
        Optional<String> difference =
                new Twins(scratch).compile(List.of(sources)).compare(twin);
        assertEquals(Optional.empty(), difference, () -> difference.orElse(""));
    }
}
