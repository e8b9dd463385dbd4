package dev.javait.processor.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.javait.processor.twin.Program;
import dev.javait.processor.twin.Remark;
import dev.javait.processor.twin.Source;
import dev.javait.processor.twin.World;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some javac write code for this that is none; others do it right, and then it is rewritten like all else. */
class BrokenJavacTest {
    private static final Source CODE = new Source("p.User", """
            package p;
            import static dev.javait.Javait.*;
            import dev.javait.*;
            class User {
                enum Colour { RED }
                @Async Coroutine<Integer> length(String s, int[] b) {
                    int[] x = (switch (s) { case "a" -> { yield false; } default -> { await(yieldNow()); yield false; } })
                            ? switch (Colour.RED) { case RED: yield new int[] {1, 2}; default: yield new int[] {1}; }
                            : new int[] {1};
                    return done(x.length);
                }
            }
            """);

    @TempDir
    Path scratch;

    @Test
    void brokenCodeIsCalledJavacs() throws ClassNotFoundException {
        Program alone = World.untouched(scratch).compile(List.of(CODE));
        Program rewritten = World.transforming(scratch).compile(List.of(CODE));
        assertTrue(alone.compiled());
        if (isAccepted(alone)) {
            assertTrue(rewritten.compiled());
            assertTrue(isAccepted(rewritten));
        } else {
            assertEquals(
                    List.of(
                            "[broken-code] this javac has written code for length() of p.User that no JVM would run, with Javait"
                                    + " or without it; compile with a newer JDK, or write the method in another way"),
                    rewritten.remarks().stream().map(Remark::message).toList());
            assertThrows(VerifyError.class, () -> Class.forName("p.User", true, alone.load()));
        }
    }

    private static boolean isAccepted(Program program) throws ClassNotFoundException {
        try {
            Class.forName("p.User", true, program.load());
            return true;
        } catch (VerifyError e) {
            return false;
        }
    }
}
