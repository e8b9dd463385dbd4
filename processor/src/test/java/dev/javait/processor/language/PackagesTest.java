package dev.javait.processor.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.javait.processor.twin.Source;
import dev.javait.processor.twin.Twins;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What classes of other packages are called, where not everybody may name them, or a variable has the name of the package. */
class PackagesTest {
    private static final Source HIDDEN = new Source("library.Hidden", """
            package library;

            abstract class Hidden<T> {
                public static class Nest {
                    public int v = 4;

                    public static int five() { return 5; }

                    public static class Deep { public int d = 6; }
                }

                public class Inner { public T t; }

                public record Pair(int a, String b) {}

                public interface Shape { int area(); }

                public static class Gone extends Exception {}

                protected enum Mode { ON, OFF }

                protected static class Node { public enum Kind { A, B } public Kind kind() { return Kind.B; } }

                public Inner inner() { return new Inner(); }

                protected Mode mode() { return Mode.ON; }
            }
            """);

    private static final Source OPEN =
            new Source("library.Open", "package library; public class Open extends Hidden<String> {}");

    @TempDir
    Path scratch;

    @Test
    void membersOfAClassThatNobodySeesAreNamedBySubclassesThatAreWritten() {
        assertSame(HIDDEN, OPEN, user("", """
                @Case("by another class")
                @Async
                static Coroutine<String> all() {
                    Open.Nest first = new Open.Nest();
                    int x = await(leaf("one", 1)) + Open.Nest.five() + first.v;
                    Open.Nest.Deep deep = new Open.Nest.Deep();
                    var made = new Open().inner();
                    made.t = await(leaf("t", "t"));
                    Open.Shape shape = () -> 3;
                    Object pair = new Open.Pair(await(leaf("two", 2)), "b");
                    var list = List.of(new Open.Nest(), await(leaf("nest", first)));
                    String s = pair instanceof Open.Pair p && await(leaf("yes", true)) ? p.b() : "";
                    try {
                        if (await(leaf("gone", true))) throw new Open.Gone();
                    } catch (Open.Gone gone) {
                        s += await(leaf("caught", gone.getMessage()));
                    }
                    return done(x + deep.d + made.t + shape.area() + s + list.size() + list.get(1).v);
                }
                """));
    }

    @Test
    void membersOfAClassThatNobodySeesAreNamedByTheSubclassThatInheritsThem() {
        assertSame(HIDDEN, OPEN, user("extends Open", """
                static class Mine extends Node {
                    @Async
                    Coroutine<Integer> ordinal() {
                        var kind = kind();
                        await(leaf("pause", 0));
                        Kind other = kind;
                        await(leaf("pause", 0));
                        return done(kind.ordinal() + other.ordinal());
                    }
                }

                @Async
                Coroutine<String> own() {
                    Mode mode = mode();
                    Nest nest = new Nest();
                    Inner inner = inner();
                    inner.t = await(leaf("t", "t"));
                    String s = switch (await(leaf("mode", mode))) {
                        case ON -> "on" + await(leaf("on", 1));
                        case OFF -> "off";
                    };
                    return done(s + nest.v + inner.t + Mode.values().length);
                }

                @Case("inherited")
                @Async
                static Coroutine<String> all() {
                    return done(await(new User().own()) + await(new Mine().ordinal()));
                }
                """));
    }

    @Test
    void aVariableMayHaveTheNameThatAPackageBeginsWith() {
        assertSame(assertions("one"), assertions("two"), user("", """
                @Case("obscured")
                @Async
                static Coroutine<String> all() {
                    var said = new StringBuilder(await(leaf("first", "-")));
                    List.of("acme").forEach(org -> said.append(one(org)).append(two(org)).append(Assertions.one(org)).append(Assertions.NAME));
                    for (String org : List.of("loop")) said.append(one(org)).append(two(org)).append(NAME);
                    try {
                        throw new IllegalStateException("caught");
                    } catch (IllegalStateException org) {
                        said.append(two(org.getMessage())).append(one(org.getMessage()));
                    }
                    String org = await(leaf("org", "own"));
                    return done(said + one(org) + two(org) + await(leaf("last", org)));
                }
                """));
    }

    @Test
    void besideSuchAVariableWhatIsNoMemberAndWhatIsConstantStaysThat() {
        assertSame(assertions("one"), assertions("two"), user("implements Assertions.Polite", """
                @Async
                Coroutine<String> own(int k) {
                    String said = await(leaf("first", "-"));
                    for (String org : List.of("loop")) {
                        said += Assertions.class.getSimpleName() + Assertions[].class.getSimpleName() + Assertions.Level.class.getName();
                        switch (k) {
                            case Assertions.MOST: said += "most" + org; break;
                            case MOST + 1: said += "more"; break;
                            default: said += "none";
                        }
                        final byte narrow = Assertions.MOST;
                        Assertions.count++;
                        count = Assertions.count + narrow;
                        said += Assertions.Level.HIGH + Assertions.Polite.super.please() + (User.this == this) + count;
                        @SuppressWarnings("" + MOST) java.util.function.Function<Object, String> one = Assertions::one;
                        said += one.apply(org) + two(org);
                    }
                    switch (await(leaf("k", k))) {
                        case Assertions.MOST: said += "most"; break;
                        case MOST + 1: said += "more"; break;
                        default: said += "none";
                    }
                    return done(said);
                }

                @Case("constants and classes")
                @Async
                static Coroutine<String> all() {
                    Assertions.count = 0;
                    return done(await(new User().own(3)) + await(new User().own(4)) + await(new User().own(5)));
                }
                """));
    }

    /** A class as JUnit and AssertJ have one each. */
    private static Source assertions(String name) {
        return new Source("org." + name + ".Assertions", """
                package org.%1$s;

                public class Assertions {
                    public static final String NAME = "%1$s".toUpperCase();
                    public static final int MOST = 3;
                    public static int count;

                    public enum Level { LOW, HIGH }

                    public interface Polite {
                        default String please() { return "please"; }
                    }

                    public static String %1$s(Object o) { return "%1$s(" + o + ")"; }
                }
                """.formatted(name));
    }

    private static Source user(String inherits, String members) {
        return new Source("user.User", """
                package user;

                import static dev.javait.Javait.await;
                import static dev.javait.Javait.done;
                import static dev.javait.processor.twin.support.Leaf.leaf;
                %s

                class User %s {
                %s
                }
                """.formatted(
                        members.contains("Assertions")
                                ? "import static org.one.Assertions.*; import static org.two.Assertions.two; import org.one.Assertions; "
                                        + IMPORTS
                                : "import library.Open; " + IMPORTS,
                        inherits,
                        members.indent(4)));
    }

    private static final String IMPORTS =
            "import dev.javait.Async; import dev.javait.Coroutine; import dev.javait.processor.twin.support.Case; import java.util.List;";

    private void assertSame(Source... sources) {
        var twin = sources[sources.length - 1].cases().get(0);
        Optional<String> difference =
                new Twins(scratch).compile(List.of(sources)).compare(twin);
        assertEquals(Optional.empty(), difference, () -> difference.orElse(""));
    }
}
