package dev.javait.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gradle's incremental compilation, as {@link GradleBuild} does it. */
class GradleTest {
    private static final String BASE = """
            package steps;

            import static dev.javait.Javait.*;

            import dev.javait.*;

            public class Base {
                @Async
                protected Coroutine<String> name(int times) {
                    for (int i = 0; i < times; i++) await(yieldNow());
                    return done("base" + await(new Helper().help(times)));
                }

                @Async
                static Coroutine<Base> gone() {
                    await(yieldNow());
                    return done(new Base());
                }
            }

            class Helper {
                @Async
                Coroutine<Integer> help(int x) {
                    await(yieldNow());
                    return done(x);
                }
            }
            """;

    private static final String DERIVED = Steps.DERIVED.replace("\" \" + calls", "await(Other.other())");

    private static final String OTHER = """
            package steps;

            import static dev.javait.Javait.*;

            import dev.javait.*;

            class Other {
                @Async
                static Coroutine<String> other() {
                    await(yieldNow());
                    return done("!");
                }
            }
            """;

    @TempDir
    Path folder;

    private GradleBuild build;

    @BeforeEach
    void buildAll() throws Exception {
        build = new GradleBuild(folder);
        write("Base", BASE);
        write("Derived", DERIVED);
        write("Other", OTHER);
        assertEquals(Set.of("steps/Base.java", "steps/Derived.java", "steps/Other.java"), build.all());
        assertPrints("base1 base2!");
    }

    private void write(String name, String source) throws IOException {
        Program.of(folder, "steps/" + name + ".java", source);
    }

    private void assertPrints(String expected) throws Exception {
        Run run = new Program(folder).run(Jdk.own(), "steps.Derived");
        assertEquals(expected, run.succeeded().output().strip());
    }

    @Test
    void aClassThatOthersDoNotNameIsCompiledAlone() throws Exception {
        FileTime before = Files.getLastModifiedTime(folder.resolve("classes/steps/Base$name.class"));
        write("Derived", DERIVED.replace("first + \" \"", "first + \" and \""));
        assertEquals(Set.of("steps/Derived.java"), build.changed("steps/Derived.java"));
        assertPrints("base1 and base2!");
        assertEquals(before, Files.getLastModifiedTime(folder.resolve("classes/steps/Base$name.class")));
    }

    @Test
    void whatIsGeneratedLeadsToTheSourceThatItIsOf() throws Exception {
        write("Other", OTHER.replace("\"!\"", "\"?\""));
        assertEquals(Set.of("steps/Other.java", "steps/Derived.java"), build.changed("steps/Other.java"));
        assertPrints("base1 base2?");
    }

    @Test
    void ofAMethodThatIsGoneNothingIsLeft() throws Exception {
        assertTrue(Files.exists(folder.resolve("classes/steps/Base$gone.class")));
        assertTrue(Files.exists(folder.resolve("generated/steps/Base$gone.java")));
        write(
                "Base",
                BASE.substring(0, BASE.indexOf("    @Async\n    static"))
                        + BASE.substring(BASE.indexOf("}\n\nclass Helper")));
        assertEquals(Set.of("steps/Base.java", "steps/Derived.java"), build.changed("steps/Base.java"));
        assertPrints("base1 base2!");
        assertFalse(Files.exists(folder.resolve("classes/steps/Base$gone.class")));
        assertFalse(Files.exists(folder.resolve("generated/steps/Base$gone.java")));
    }

    /** Other processors may want classes again that are not compiled again. */
    @Test
    void classesThatAreOnlyProcessedStayAsTheyAre() throws Exception {
        byte[] before = Files.readAllBytes(folder.resolve("classes/steps/Other.class"));
        write("Derived", DERIVED.replace("first + \" \"", "first + \" and \""));
        build.processAgain("steps.Other", "steps.Base");
        assertEquals(Set.of("steps/Derived.java"), build.changed("steps/Derived.java"));
        assertPrints("base1 and base2!");
        assertEquals(
                new String(before, java.nio.charset.StandardCharsets.ISO_8859_1),
                Files.readString(
                        folder.resolve("classes/steps/Other.class"), java.nio.charset.StandardCharsets.ISO_8859_1));
    }
}
