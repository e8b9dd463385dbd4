package dev.javait.processor.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.javait.processor.twin.Program;
import dev.javait.processor.twin.Remark;
import dev.javait.processor.twin.Source;
import dev.javait.processor.twin.World;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each word of {@code -Ajavait.tuning} takes something away; otherwise the fuzzer's runs with it would say nothing. */
class TuningTest {
    private static final Source SUM = new Source("Sum", """
            import static dev.javait.Javait.*;
            import dev.javait.*;
            class Sum {
                @Async static Coroutine<Integer> sum(int n) {
                    if (n == 0) return done(0);
                    int rest = await(sum(n - 1));
                    for (int i = 0; i < n; i++) if (i % 4 == 0) await(yieldNow());
                    return done(n + rest);
                }
            }
            """);

    @TempDir
    Path scratch;

    private Program compile(String... options) {
        return World.transforming(scratch).compile(List.of(SUM), options);
    }

    private String generated(String... options) {
        Program program = compile(options);
        assertTrue(program.compiled(), program.remarks()::toString);
        return program.generated();
    }

    @Test
    void everythingIsDoneUnlessItIsTakenAway() {
        String generated = generated();
        assertTrue(generated.contains("if (frame == null) frame = new Sum$sum(driver)"), generated);
        assertTrue(generated.contains("Await.doneInt(driver, "), generated);
        assertFalse(generated.contains("sum$async$2"), generated);
        assertEquals(2, count(generated, "for (;;)"), generated);
    }

    @Test
    void withoutDirectCallsThereIsAlwaysAFrame() {
        assertFalse(generated("-Ajavait.tuning=no-direct-calls").contains("frame == null"));
    }

    @Test
    void boxedNumbersAreObjects() {
        String generated = generated("-Ajavait.tuning=boxed");
        assertTrue(generated.contains("Await.<Integer>done("), generated);
        assertFalse(generated.contains("doneInt"), generated);
    }

    @Test
    void withoutLoopsEachTurnGoesThroughTheStates() {
        String generated = generated("-Ajavait.tuning=no-loops");
        assertEquals(1, count(generated, "for (;;)"), generated);
        assertEquals(1, count(generated, "i++"), generated);
    }

    private static int count(String text, String word) {
        return text.split(Pattern.quote(word), -1).length - 1;
    }

    @Test
    void eachBlockMayBeASectionOfItsOwn() {
        assertTrue(generated("-Ajavait.tuning=boxed,sections").contains("sum$async$2"));
    }

    @Test
    void sectionsMayBeSmall() {
        String generated = generated("-Ajavait.tuning=small-sections");
        assertTrue(generated.contains("sum$async$2"), generated);
        assertTrue(
                count(generated, "private static Object")
                        < count(generated("-Ajavait.tuning=sections"), "private static Object"),
                generated);
    }

    @Test
    void whatTheOptionDoesNotKnowIsAnError() {
        List<String> errors = compile("-Ajavait.tuning=unboxed").remarks().stream()
                .filter(Remark::isError)
                .map(Remark::message)
                .toList();
        assertEquals(
                List.of(
                        "[tuning-option] -Ajavait.tuning is a list of words, and 'unboxed' is none of them: no-direct-calls, boxed, no-loops, sections, small-sections"),
                errors);
    }
}
