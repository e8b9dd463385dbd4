package dev.javait.processor.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison itself notices what it is there for. */
class TwinsTest {
    @TempDir
    static Path scratch;

    private static Twins twins;

    @BeforeAll
    static void openWorlds() {
        twins = new Twins(scratch);
    }

    @Test
    void equalTracesAndResultsAreNoDifference() {
        assertEquals(Optional.empty(), compare("log(await(leaf(\"a\", 1)));", "return done(2);"));
    }

    @Test
    void anotherTraceIsADifference() {
        String difference = compare("log(!isReal());", "return done(2);").orElseThrow();
        assertTrue(difference.contains("< true\n"), difference);
        assertTrue(difference.contains("> false\n"), difference);
    }

    @Test
    void anotherResultIsADifference() {
        assertTrue(compare("", "return done(isReal() ? 1 : 2);").isPresent());
    }

    @Test
    void anotherFailureIsADifference() {
        assertTrue(compare("if (true) throw new IllegalStateException(\"\" + isReal());", "return done(2);")
                .isPresent());
    }

    @Test
    void suspendingLeavesDoSuspend() {
        String difference = compare(
                        "var promise = leaf(\"a\", 1); if (promise.toString().contains(\"pending\")) log(\"pending\");",
                        "return done(await(promise));")
                .orElseThrow();
        assertTrue(difference.startsWith("with awaits SUSPENDING"), difference);
    }

    @Test
    void whatDoesNotCompileIsADifference() {
        assertTrue(compare("int x = \"\";", "return done(1);")
                .orElseThrow()
                .startsWith("does not compile without the processor"));
        String rejected = compare("Runnable r = () -> await(leaf(\"a\", 1));", "return done(1);")
                .orElseThrow();
        assertTrue(rejected.startsWith("does not compile with the processor"), rejected);
    }

    private static Optional<String> compare(String statement, String last) {
        var source = new Source("twin.Probe", """
                package twin;
                import static dev.javait.Javait.await;
                import static dev.javait.Javait.done;
                import static dev.javait.processor.twin.support.Leaf.leaf;
                import static dev.javait.processor.twin.support.Trace.log;
                import dev.javait.Async;
                import dev.javait.Coroutine;
                import dev.javait.processor.twin.support.Case;
                class Probe {
                    static boolean isReal() {
                        try {
                            return Class.forName("dev.javait.EventLoop") != null;
                        } catch (ClassNotFoundException e) {
                            return false;
                        }
                    }

                    @Case("probe")
                    @Async
                    static Coroutine<Integer> probe() {
                        %s
                        %s
                    }
                }
                """.formatted(statement, last));
        return twins.compareAlone(source.cases().get(0));
    }
}
