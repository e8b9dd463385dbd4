package dev.javait.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Looks into a process that runs, as docs/seeing.md says. */
@Timeout(600)
class LiveProcessTest {
    private static final String SHOP = """
            package app;

            import static dev.javait.Javait.*;

            import dev.javait.*;
            import java.time.Duration;

            public class Shop {
                @Async
                static Coroutine<Integer> prices() {
                    await(sleep(Duration.ofHours(1))); // line 11
                    return done(3);
                }

                @Async
                public static void main(String[] args) {
                    Task<Integer> prices = createTask(prices(), "prices");
                    System.out.println("open");
                    await(prices); // line 19
                }
            }
            """;

    private static final List<String> EXPECTED = List.of(
            "pending task Task-1, waiting for pending task prices",
            "at app.Shop.main(Shop.java:19)",
            "pending task prices, waiting for pending promise",
            "at app.Shop.prices(Shop.java:11)");

    @TempDir
    Path folder;

    private Process process;

    private record Pair(Jdk jdk, Jdk other) {}

    static Collection<Pair> pairs() throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (Jdk jdk : Jdk.all()) {
            for (Jdk other : Jdk.all()) {
                pairs.add(new Pair(jdk, other));
            }
        }
        return pairs;
    }

    static Collection<Jdk> jdks() throws IOException {
        return Jdk.all();
    }

    private String start(Jdk jdk) throws Exception {
        Program shop = Program.of(folder, "app/Shop.java", SHOP);
        shop.compile(Jdk.own(), Program.WITH_JAVAIT, "--release", "17").wasSilent();
        process = new ProcessBuilder(jdk.tool("java", List.of("-classpath", shop.classPath(), "app.Shop")))
                .redirectErrorStream(true)
                .start();
        BufferedReader out = process.inputReader();
        assertEquals("open", out.readLine());
        return String.valueOf(process.pid());
    }

    @AfterEach
    void stop() throws Exception {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    private static void shows(String output) {
        List<String> lines = output.lines().map(String::strip).toList();
        assertTrue(lines.containsAll(EXPECTED), output);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theJarOfTheRuntimePrintsWhatTasksWaitFor(Pair pair) throws Exception {
        String pid = start(pair.jdk);
        Run run = Run.of(folder, pair.other.tool("java", List.of("-jar", Jars.RUNTIME, pid)));
        shows(run.succeeded().output());
    }

    @Test
    void aProcessThatIsNotThereIsNamed() throws Exception {
        Run run = Run.of(folder, Jdk.own().tool("java", List.of("-jar", Jars.RUNTIME, "2147483647")))
                .failed();
        assertTrue(run.output().startsWith("cannot look into process 2147483647: "), run.output());
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aFlightRecordingThatJcmdStartsAndReadsHasTheTasks(Jdk jdk) throws Exception {
        String pid = start(jdk);
        jcmd(jdk, pid, "JFR.start", "name=tasks");
        String file = folder.resolve("tasks.jfr").toString();
        String print = "";
        while (!print.contains("dev.javait.Task {")) { // they come once a second, from when the process shows its loops
            jcmd(jdk, pid, "JFR.dump", "name=tasks", "filename=" + file);
            print = Run.of(folder, jdk.tool("jfr", List.of("print", "--events", "dev.javait.Task", file)))
                    .succeeded()
                    .output();
        }
        assertTrue(print.contains("task = \"pending task prices\""), print);
        assertTrue(print.contains("app.Shop.prices(Shop.java:11)"), print);
        if (jdk.version() >= 21) {
            // what it shows depends on which second it looks at
            jcmd(jdk, pid, "JFR.view", "width=160", "cell-height=10", "dev.javait.Task");
        }
    }

    private String jcmd(Jdk jdk, String... arguments) throws Exception {
        return Run.of(folder, jdk.tool("jcmd", List.of(arguments))).succeeded().output();
    }
}
