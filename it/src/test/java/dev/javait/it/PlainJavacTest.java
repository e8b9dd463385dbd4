package dev.javait.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlainJavacTest {
    private static final String TEA = """
            package kitchen;

            import static dev.javait.Javait.*;

            import dev.javait.*;
            import java.util.List;

            public class Tea {
                private final String leaves;

                Tea(String leaves) {
                    this.leaves = leaves;
                }

                @Async
                private Coroutine<String> brew(int cups) {
                    StringBuilder tea = new StringBuilder(leaves);
                    for (int cup = 1; cup <= cups; cup++) {
                        await(yieldNow());
                        tea.append(' ').append(cup);
                    }
                    return done(tea.toString());
                }

                @Async
                public static void main(String[] args) {
                    List<String> pots = await(gather(new Tea("green").brew(2), new Tea("black").brew(3)));
                    System.out.println(String.join(", ", pots));
                }
            }
            """;

    @TempDir
    Path folder;

    static Collection<Jdk> jdks() throws IOException {
        return Jdk.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void strictestWarningsFindNothing(Jdk jdk) throws Exception {
        Program tea = Program.of(folder, "kitchen/Tea.java", TEA);
        tea.compile(jdk, Program.WITH_JAVAIT, "-Xlint:all", "-Werror").wasSilent();
        assertEquals(
                "green 1 2, black 1 2 3", tea.run(jdk, "kitchen.Tea").output().strip());
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void anOlderReleaseIsCompiledFor(Jdk jdk) throws Exception {
        Program tea = Program.of(folder, "kitchen/Tea.java", TEA);
        tea.compile(jdk, Program.WITH_JAVAIT, "--release", "17", "-Xlint:all", "-Werror")
                .wasSilent();
        tea.run(Jdk.all().iterator().next(), "kitchen.Tea").succeeded();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void theSamplesCompileUnderTheStrictestWarnings(Jdk jdk) throws Exception {
        List<String> samples = Program.sourcesIn(Path.of(System.getProperty("samples")));
        new Program(folder)
                .compile(jdk, samples, Program.WITH_JAVAIT, "-Xlint:all", "-Werror")
                .wasSilent();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void theClassPathIsSearchedForProcessorsOnlyUntilJdk22(Jdk jdk) throws Exception {
        Program tea = Program.of(folder, "kitchen/Tea.java", TEA);
        List<String> onClassPath = List.of("-classpath", Jars.path(Jars.RUNTIME, Jars.PROCESSOR));
        tea.compile(jdk, onClassPath).succeeded();
        Run run = tea.run(jdk, "kitchen.Tea");
        if (jdk.version() < 23) {
            run.succeeded();
        } else {
            assertNamesTheSetup(run);
        }
        tea.compile(jdk, onClassPath, "-proc:full").succeeded();
        tea.run(jdk, "kitchen.Tea").succeeded();
    }

    @Test
    void withoutTheProcessorTheProgramSaysWhatIsMissing() throws Exception {
        Program tea = Program.of(folder, "kitchen/Tea.java", TEA);
        tea.compile(Jdk.own(), List.of("-classpath", Jars.RUNTIME)).wasSilent();
        assertNamesTheSetup(tea.run(Jdk.own(), "kitchen.Tea"));
    }

    @Test
    void aProgramNeedsNoModuleButTheFirst() throws Exception {
        Program tea = Program.of(folder, "kitchen/Tea.java", TEA);
        tea.compile(Jdk.own(), Program.WITH_JAVAIT).succeeded();
        tea.run(Jdk.own(), "kitchen.Tea", "--limit-modules", "java.base").succeeded();
    }

    private static void assertNamesTheSetup(Run run) {
        run.failed();
        for (String name : List.of(
                "IllegalStateException",
                "kitchen.Tea",
                "dev.javait:javait-processor",
                "annotationProcessorPaths",
                "-processorpath",
                "-proc:full")) {
            assertTrue(run.output().contains(name), () -> name + " is not in\n" + run.output());
        }
    }
}
