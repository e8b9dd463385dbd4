package language.found;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;

/** Constants that are written with operators. */
class NegativeConstants {
    @Case("negative and infinite constants behind casts and operators")
    @Async
    static Coroutine<String> operands() {
        final int below = -1;
        final double none = 0.0 / 0.0;
        final float most = 1.0f / 0.0f;
        final long least = Long.MIN_VALUE;
        await(leaf("a", 1));
        String text = "" + ((Integer) below) + (- below) + ((Long) least) + (8 - below) + ((Double) none) + (2 * most)
                + (1 / most);
        await(leaf("b", 1));
        return done(text + ((Comparable<Integer>) below).compareTo(0));
    }
}
