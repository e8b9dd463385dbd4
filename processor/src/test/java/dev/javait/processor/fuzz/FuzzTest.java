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

/** Random async methods do the same transformed as blocking. */
class FuzzTest {
    /** How many classes, from which seed on; for long runs, other ones may be asked for. */
    private static final int COUNT = Integer.getInteger("javait.fuzz.count", 600);

    private static final long SEED = Long.getLong("javait.fuzz.seed", 0);
    /** Of a hundred classes, javac itself cannot compile this many. */
    private static final int UNUSABLE = 2;

    private static final int SHRUNK = 3;

    @TempDir
    Path scratch;

    @Test
    void randomBodiesDoTheSameTransformedAsBlocking() {
        var fuzzer = new Fuzzer(new Twins(scratch));
        int tried = COUNT + COUNT * UNUSABLE / 100;
        fuzzer.run(SEED, tried);
        String summary = "seeds " + SEED + " to " + (SEED + tried - 1) + ": " + fuzzer.summary();
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
        assertTrue(fuzzer.agreeing() >= COUNT, summary);
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
        assertTrue(small.source().text().lines().count() < 110, small.source().text());
    }
}
