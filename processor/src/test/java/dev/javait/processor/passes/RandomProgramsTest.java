package dev.javait.processor.passes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.javait.processor.flatten.Flatten;
import dev.javait.processor.liveness.Liveness;
import dev.javait.processor.model.Flow;
import dev.javait.processor.model.Stmt;
import dev.javait.processor.spill.Spill;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Random method bodies, run as Java would run them and as flows. */
class RandomProgramsTest {
    private static final int PROGRAMS = Integer.getInteger("javait.programs", 3000);
    private static final int RUNS = 12;

    @Test
    void aFlowDoesWhatItsMethodDoes() {
        for (long seed = 0; seed < PROGRAMS; seed++) {
            Stmt body = RandomPrograms.make(seed);
            Flow flow = Flatten.run(Spill.run(body), List.of());
            Flow.Liveness liveness = Liveness.run(flow);
            for (long run = 0; run < RUNS; run++) {
                compare(body, flow, liveness, seed, run);
            }
            Script.clear();
        }
    }

    private static void compare(Stmt body, Flow flow, Flow.Liveness liveness, long seed, long run) {
        var expected = new World(run);
        String ended = TreeRunner.run(body, expected);
        expected.trail().add(ended);
        var actual = new World(run);
        String words = "program " + seed + ", run " + run;
        try {
            actual.trail().add(FlowRunner.run(flow, liveness, actual));
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError(words + ": " + broken.getMessage() + " after " + actual.trail(), broken);
        }
        assertEquals(String.join("\n", expected.trail()), String.join("\n", actual.trail()), words);
    }
}
