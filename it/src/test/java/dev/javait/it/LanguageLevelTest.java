package dev.javait.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code --release} and {@code --enable-preview}: what is generated has the level of the user's classes. */
class LanguageLevelTest {
    /** A preview feature of the JDK in the body, around an await and beside it; {@code %s} is a condition on an Object. */
    private static final String PREVIEW = """
            import static dev.javait.Javait.*;

            import dev.javait.*;
            import java.util.List;

            public class Preview {
                static String plain(Object o) {
                    return %1$s;
                }

                @Async
                static Coroutine<String> inABody(Coroutine<Object> value) {
                    Object o = await(value);
                    String first = %1$s;
                    await(yieldNow());
                    o = 5;
                    return done(first + await(later(%1$s)) + plain(o));
                }

                @Async
                static <T> Coroutine<T> later(T t) {
                    await(yieldNow());
                    return done(t);
                }

                public static void main(String[] args) {
                    System.out.println(run(inABody(later("text"))));
                }
            }
            """;

    private static final String PLAIN = """
            import static dev.javait.Javait.*;

            import dev.javait.*;

            class Plain {
                @Async
                static Coroutine<Integer> one() {
                    await(yieldNow());
                    return done(1);
                }
            }
            """;

    /** A pattern in a switch is a preview feature of 17 to 20; one of a primitive type is one from 23 on. */
    private static final Map<Integer, String> FEATURES = new TreeMap<>(Map.of(
            17, "switch (o) { case String s -> \"s\" + s.length(); default -> \"other\"; }",
            21, "switch (o) { case String _ -> \"s4\"; default -> \"other\"; }",
            23, "switch (o) { case int i -> i > 0 ? \"other\" : \"\"; default -> \"s4\"; }"));

    @TempDir
    Path folder;

    static Collection<Jdk> jdks() throws IOException {
        return Jdk.all();
    }

    private static int minorVersion(Path classFile) {
        try (var in = new DataInputStream(Files.newInputStream(classFile))) {
            in.readInt();
            return in.readUnsignedShort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Map<String, Integer> minorVersions() throws IOException {
        Map<String, Integer> versions = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve("classes"))) {
            files.filter(file -> file.toString().endsWith(".class"))
                    .forEach(file -> versions.put(file.getFileName().toString(), minorVersion(file)));
        }
        return versions;
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void previewFeaturesMayStandInABody(Jdk jdk) throws Exception {
        String feature =
                ((TreeMap<Integer, String>) FEATURES).floorEntry(jdk.version()).getValue();
        Program.of(folder, "Plain.java", PLAIN);
        Program program = Program.of(folder, "Preview.java", PREVIEW.formatted(feature));
        program.compile(
                        jdk,
                        Program.WITH_JAVAIT,
                        "--enable-preview",
                        "--release",
                        Integer.toString(jdk.version()),
                        "-Xlint:-preview")
                .succeeded();
        Run run = program.run(jdk, "Preview", "--enable-preview");
        assertEquals("s4otherother", run.succeeded().output().strip());
        assertEquals(
                Map.of(
                        "Plain.class", 0,
                        "Plain$one.class", 0,
                        "Preview.class", 0xffff,
                        "Preview$inABody.class", 0xffff,
                        "Preview$later.class", 0xffff),
                minorVersions());
    }

    /** Since 23, in preview: a switch over both truth values needs no default, and may have none. */
    @ParameterizedTest
    @MethodSource("jdks")
    void switchesOverBothTruthValuesAreExhaustive(Jdk jdk) throws Exception {
        if (jdk.version() < 23) return;
        Program program = Program.of(folder, "Truth.java", """
                import static dev.javait.Javait.*;

                import dev.javait.*;

                public class Truth {
                    @Async
                    static Coroutine<String> of(boolean b, Coroutine<Integer> number) {
                        int n = switch (b) {
                            case true -> await(number);
                            case false -> 0;
                        };
                        switch (b) {
                            case true:
                                return done("yes" + n + await(one()));
                            case false:
                                return done("no" + n + await(one()));
                        }
                    }

                    @Async
                    static Coroutine<Integer> one() {
                        await(yieldNow());
                        return done(1);
                    }

                    public static void main(String[] args) {
                        System.out.println(run(of(true, one())) + run(of(false, one())));
                    }
                }
                """);
        String release = Integer.toString(jdk.version());
        program.compile(jdk, Program.WITH_JAVAIT, "--enable-preview", "--release", release, "-Xlint:-preview")
                .succeeded();
        Run run = program.run(jdk, "Truth", "--enable-preview");
        assertEquals("yes11no01", run.succeeded().output().strip());
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void releasesBeforeTheRuntimesAreRefused(Jdk jdk) throws Exception {
        Program program = Program.of(folder, "Plain.java", PLAIN);
        String output = program.compile(jdk, Program.WITH_JAVAIT, "-source", "12", "-target", "12")
                .failed()
                .output();
        assertTrue(output.contains("Plain.java:7: error: [old-release] Javait needs Java 17"), output);
        assertTrue(output.contains("is compiled as Java 12"), output);
        assertTrue(output.contains("1 error"), output);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void everyReleaseThatTheCompilerKnowsIsCompiledFor(Jdk jdk) throws Exception {
        for (Jdk older : Jdk.all()) {
            for (int release : new int[] {17, 21, 25}) {
                if (release > jdk.version() || release > older.version()) continue;
                Program program = Program.of(folder, "Level.java", """
                        import static dev.javait.Javait.*;

                        import dev.javait.*;

                        public class Level {
                            @Async
                            public static void main(String[] args) {
                                Object o = await(toThread(() -> 3));
                                await(yieldNow());
                                System.out.println(o instanceof Integer i && i > 2 ? "three" : "other");
                            }
                        }
                        """);
                program.compile(
                                jdk,
                                Program.WITH_JAVAIT,
                                "--release",
                                Integer.toString(release),
                                "-Xlint:all",
                                "-Werror")
                        .wasSilent();
                assertEquals(
                        "three",
                        program.run(older, "Level").succeeded().output().strip());
                List<Integer> minors = List.copyOf(minorVersions().values());
                assertTrue(minors.stream().allMatch(minor -> minor == 0), minors::toString);
            }
        }
    }
}
