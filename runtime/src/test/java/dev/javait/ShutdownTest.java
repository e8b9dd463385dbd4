package dev.javait;

import static dev.javait.Javait.createTask;
import static dev.javait.Javait.run;
import static dev.javait.Javait.sleep;
import static dev.javait.Script.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** How a JVM with a loop in it ends: real processes, and real signals. */
@Timeout(300)
class ShutdownTest {
    private Process process;
    private BufferedReader out;

    private void start(Class<?> program) throws Exception {
        List<String> command = new ArrayList<>();
        if (new ProcessBuilder("env", "--default-signal=INT", "true").start().waitFor() == 0) {
            // Who runs the tests in the background may have had SIGINT ignored, and children inherit that.
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "-Dlog.print=true", program.getName()));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        out = process.inputReader();
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    private void signal(String name) throws Exception {
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                        .start()
                        .waitFor());
    }

    private void says(String line) throws IOException {
        assertEquals(line, out.readLine());
    }

    /** Not because the time is up for which the JVM waits: then it would say so. */
    private void endsWith(int status) throws Exception {
        List<String> rest = out.lines().toList();
        assertTrue(
                rest.stream().noneMatch(line -> line.contains("did not end") || line.startsWith("cleaned")),
                rest::toString);
        assertEquals(status, process.waitFor());
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void ctrlCLetsTheMainTaskAndTheOthersCleanUpAndEndsTheJvmWithItsStatus() throws Exception {
        start(Interrupted.class);
        says("waiting");
        signal("INT");
        says("main cancelled: the program was interrupted");
        says("other cleaned up");
        endsWith(128 + 2);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void soDoesARequestToTerminate() throws Exception {
        start(Interrupted.class);
        says("waiting");
        signal("TERM");
        says("main cancelled: the program was interrupted");
        says("other cleaned up");
        endsWith(128 + 15);
    }

    static final class Interrupted {
        public static void main(String[] args) {
            run(script("main")
                    .run(() -> createTask(script("other")
                            .await(() -> sleep(Duration.ofHours(1)))
                            .recover(CancelledError.class, e -> {})
                            .await(() -> sleep(Duration.ofMillis(50)))
                            .run(() -> say("other cleaned up"))))
                    .turns(1)
                    .run(() -> say("waiting"))
                    .await(() -> sleep(Duration.ofHours(1)))
                    .recover(CancelledError.class, e -> {
                        say("main cancelled: " + e.getMessage());
                        throw e;
                    }));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSecondCtrlCEndsAProgramAtOnceThatTakesLongToCleanUp() throws Exception {
        start(Slow.class);
        says("waiting");
        signal("INT");
        says("cleaning up");
        signal("INT");
        endsWith(128 + 2);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anExitThatWaitsForTheLoopIsEndedByCtrlC() throws Exception {
        start(Slow.class);
        says("waiting");
        process.outputWriter().append("exit\n").flush();
        says("cleaning up");
        signal("TERM");
        endsWith(128 + 15);
    }

    static final class Slow {
        public static void main(String[] args) {
            new Thread(() -> {
                        try {
                            if (System.in.read() >= 0) {
                                System.exit(3);
                            }
                        } catch (IOException e) {
                            say(e.toString());
                        }
                    })
                    .start();
            run(script("main")
                    .turns(1)
                    .run(() -> say("waiting"))
                    .await(() -> sleep(Duration.ofHours(1)))
                    .always(() -> say("cleaning up"))
                    .awaitAlways(() -> sleep(Duration.ofHours(1)))
                    .always(() -> say("cleaned up")));
        }
    }

    @Test
    void exitOnTheThreadOfTheLoopDoesNotWaitForTheLoop() throws Exception {
        start(Exiting.class);
        endsWith(7);
    }

    static final class Exiting {
        public static void main(String[] args) {
            run(script("main").run(() -> System.exit(7)));
        }
    }

    @Test
    void aRunInAShutdownHookIsNotCancelledAndKeepsNobodyWaiting() throws Exception {
        start(Hooked.class);
        says("begins");
        says("ends");
        endsWith(0);
    }

    static final class Hooked {
        public static void main(String[] args) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> run(script("hook")
                            .run(() -> say("begins"))
                            .await(() -> sleep(Duration.ofMillis(50)))
                            .run(() -> say("ends")))));
        }
    }
}
