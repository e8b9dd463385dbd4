package dev.javait;

import static dev.javait.Script.script;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The background loop as the first thing that a program asks for; a JVM of its own has none yet. */
@Timeout(60)
class BackgroundTest {
    @ParameterizedTest
    @ValueSource(strings = {"close", "run", "interrupted"})
    void itIsNobodysToCloseOrRunFromTheBeginning(String use) throws Exception {
        Process process = new ProcessBuilder(List.of(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        First.class.getName(),
                        use))
                .redirectErrorStream(true)
                .start();
        List<String> lines = process.inputReader().lines().toList();
        assertEquals(
                List.of(
                        "event loop on javait-background runs already; use submit(...) to run a coroutine there",
                        "still interrupted: " + use.equals("interrupted"),
                        "3"),
                lines);
    }

    static final class First {
        private First() {}

        public static void main(String[] arguments) throws Exception {
            Callable<Object> use = () -> {
                EventLoop loop = EventLoop.background();
                if (arguments[0].equals("run")) {
                    return loop.run(script("main"));
                }
                loop.close();
                return "closed";
            };
            if (arguments[0].equals("interrupted")) {
                Thread.currentThread().interrupt();
            }
            try {
                System.out.println(use.call());
            } catch (IllegalStateException e) {
                System.out.println(e.getMessage());
            }
            System.out.println("still interrupted: " + Thread.interrupted());
            System.out.println(EventLoop.background()
                    .submit(Script.<Integer>script("submitted").turns(1).returns(() -> 3))
                    .get());
        }
    }
}
