package dev.javait.processor.language;

import dev.javait.processor.twin.Source;
import dev.javait.processor.twin.Twins;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large methods. */
class SizeTest {
    @TempDir
    Path scratch;

    @Test
    void aMethodOfTwoThousandAwaitsDoesTheSameTransformedAsBlocking() {
        assertSame("Awaits", numbered(2_000, "sum += await(leaf(\"a\", $)) + (sum & 1);"));
    }

    /** A switch over their lines would be too large for a method. */
    @Test
    void aMethodOfSixThousandAwaitsOnLinesOfTheirOwnDoesTheSame() {
        assertSame("OwnLines", "var x = leaf(\"a\", 1);\n" + numbered(6_000, "await(x);"));
    }

    @Test
    void aMethodOfTwoThousandAwaitsInBranchesAndTriesDoesTheSame() {
        assertSame("Branches", numbered(500, """
                try {
                    if (sum % 3 == 0) sum += await(leaf("a", $)) + await(leaf("b", 1));
                    else sum -= await(leaf("c", 2));
                } finally {
                    sum ^= await(leaf("f", $));
                }
                """));
    }

    @Test
    void aThousandAwaitsInOneExpressionDoTheSame() {
        assertSame(
                "Expression",
                "sum = "
                        + IntStream.range(0, 1_000)
                                .mapToObj(i -> "await(leaf(\"a\", " + i + "))")
                                .collect(Collectors.joining(" + "))
                        + ";\n");
    }

    @Test
    void aMethodOfFiveThousandLinesDoesTheSame() {
        assertSame(
                "Lines",
                "int x = await(leaf(\"x\", 1));\n" + numbered(4_990, "sum = sum * 31 + x;")
                        + "sum += await(leaf(\"y\", 2));\n");
    }

    @Test
    void aMethodOfAThousandVariablesThatLiveAcrossAnAwaitDoesTheSame() {
        assertSame(
                "Variables",
                numbered(1_000, "int v$ = sum + $;") + "await(leaf(\"x\", 1));\n" + numbered(1_000, "sum += v$;"));
    }

    /** To save each of them at each suspension would take some 240,000 statements. */
    @Test
    void aMethodOfManyVariablesThatLiveAcrossManyAwaitsDoesTheSame() {
        assertSame(
                "Kept",
                numbered(350, "int v$ = await(leaf(\"v\", $)); String s$ = \"s\" + v$;")
                        + numbered(350, "sum += v$ + s$.length();"));
    }

    @Test
    void aLargeMethodWhoseResultsAndFailuresNobodyReadsDoesTheSame() {
        assertSame("Unread", "int unread = 0;\n" + numbered(300, """
                unread = await(leaf("a", $));
                try {
                    sum += await(leaf("b", 10 / (sum % 3)));
                } catch (ArithmeticException e) {
                    unread = await(leaf("c", sum++));
                }
                """));
    }

    @Test
    void fiftyNestedBlocksDoTheSame() {
        String open = numbered(50, "if (await(leaf(\"a\", sum < 1000))) { try { sum += $;");
        String close = numbered(50, "} finally { sum += await(leaf(\"f\", 1)); } }");
        assertSame("Nested", open + close);
    }

    private static String numbered(int count, String line) {
        return IntStream.range(0, count)
                .mapToObj(i -> line.replace("$", String.valueOf(i)) + "\n")
                .collect(Collectors.joining());
    }

    private void assertSame(String name, String statements) {
        var source = new Source("language." + name, """
                package language;
                import static dev.javait.Javait.await;
                import static dev.javait.Javait.done;
                import static dev.javait.processor.twin.support.Leaf.leaf;
                import dev.javait.Async;
                import dev.javait.Coroutine;
                import dev.javait.processor.twin.support.Case;
                class %s {
                    @Case("H6")
                    @Async
                    static Coroutine<Integer> large() {
                        int sum = 0;
                        %s
                        return done(sum);
                    }
                }
                """.formatted(name, statements));
        new Twins(scratch).compareAlone(source.cases().get(0)).ifPresent(Assertions::fail);
    }
}
