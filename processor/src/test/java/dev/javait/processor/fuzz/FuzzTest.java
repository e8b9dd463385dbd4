package dev.javait.processor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.javait.processor.twin.Twins;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random async methods, each called three times with awaits that are ready, that suspend, and a mix, do the same transformed as blocking. */
class FuzzTest {
    /** How many bodies, from which seed on; for long runs, other ones may be asked for. */
    private static final int COUNT = Integer.getInteger("javait.fuzz.count", 2_000);

    /** How many times as large as usual the methods may be. */
    private static final int SIZE = Integer.getInteger("javait.fuzz.size", 1);

    private static final int LARGE = 12;

    private static final long SEED = Long.getLong("javait.fuzz.seed", 0);
    /** Of a hundred bodies, javac itself cannot compile this many. */
    private static final int UNUSABLE = 2;

    private static final int SHRUNK = 3;

    @TempDir
    Path scratch;

    @Test
    void randomBodiesDoTheSameTransformedAsBlocking() {
        compare(new Twins(scratch), SIZE, COUNT);
    }

    /** With more of everything that is in scope, and methods that have to be laid out in several. */
    @Test
    void largeBodiesDoTheSameTransformedAsBlocking() {
        compare(new Twins(scratch), LARGE, COUNT / 64);
    }

    /** What makes bodies fast changes nothing else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-direct-calls",
                "boxed",
                "no-loops",
                "sections",
                "small-sections",
                "no-direct-calls,boxed,no-loops,sections"
            })
    void randomBodiesDoTheSameTunedInOtherWays(String tuning) {
        compare(new Twins(scratch, "-Ajavait.tuning=" + tuning), SIZE, COUNT / 16);
    }

    private static void compare(Twins twins, int size, int bodies) {
        var fuzzer = new Fuzzer(twins, size);
        long end = fuzzer.run(SEED, bodies + bodies * UNUSABLE * size / 100);
        String summary = "seeds " + SEED + " to " + (end - 1) + (size == 1 ? "" : ", " + size + " times as large")
                + ": " + fuzzer.summary();
        System.out.println(summary);
        List<Fuzzer.Finding> findings = fuzzer.takeFindings();
        if (!findings.isEmpty()) {
            String seeds = findings.stream().map(f -> String.valueOf(f.seed())).collect(Collectors.joining(", "));
            String shrunk = findings.stream()
                    .limit(SHRUNK)
                    .map(finding -> "seed " + finding.seed() + " "
                            + fuzzer.shrunk(finding).difference())
                    .collect(Collectors.joining("\n\n"));
            fail(summary + "; seeds " + seeds + "\n" + shrunk);
        }
        assertTrue(fuzzer.agreeingBodies() >= bodies, summary);
    }

    @Test
    void theSameDecisionsMakeTheSameClass() {
        for (long seed = 0; seed < 50; seed++) {
            var random = RandomClass.of("Same", "same", Choices.random(seed));
            var again = RandomClass.of(
                    "Same", "same", Choices.replay(random.choices().made()));
            assertEquals(random.source(), again.source());
        }
    }

    @Test
    void shrinkingKeepsWhatFailsAndLittleElse() {
        var random = RandomClass.of("Shrunk", "shrunk", Choices.random(3));
        String construct = "switch (";
        assertTrue(random.source().text().contains(construct));
        RandomClass small =
                Shrinker.shrink(random, "Shrunk", c -> c.source().text().contains(construct), 2_000);
        assertTrue(small.source().text().contains(construct));
        // what every class has, and a switch
        long least = RandomClass.of("Least", "least", Choices.replay(new int[0]))
                .source()
                .text()
                .lines()
                .count();
        assertTrue(
                small.source().text().lines().count() < least + 5,
                small.source().text());
    }
}
