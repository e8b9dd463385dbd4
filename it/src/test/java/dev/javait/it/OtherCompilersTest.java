package dev.javait.it;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the processor cannot work it says so, as an error of the compilation, and nothing crashes. */
class OtherCompilersTest {
    private static final String ONE = """
            import static dev.javait.Javait.*;

            import dev.javait.*;

            class One {
                @Async
                static Coroutine<Integer> one() {
                    await(yieldNow());
                    return done(1);
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void eclipsesCompilerIsToldApart() throws Exception {
        assertAsksForJavac(ecj());
    }

    @Test
    void aJavaWithoutTheCompilerModuleIsToldApart() throws Exception {
        assertAsksForJavac(ecj("--limit-modules", "java.se"));
    }

    private Run ecj(String... options) throws Exception {
        Program program = Program.of(folder, "One.java", ONE);
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-jar", Jars.ECJ, "-17", "-d", "classes"));
        arguments.addAll(Program.WITH_JAVAIT);
        arguments.addAll(program.sources());
        return Run.of(folder, Jdk.own().tool("java", arguments));
    }

    private static void assertAsksForJavac(Run run) {
        run.failed();
        assertTrue(run.output().contains("ERROR in"), run.output());
        assertTrue(run.output().contains("[no-compiler] Javait needs javac"), run.output());
        assertFalse(run.output().contains("\tat "), run.output());
    }
}
