package dev.javait.processor.liveness;

import dev.javait.processor.model.Label;
import java.util.BitSet;
import java.util.List;

/**
 * What one step of a block does with variables.
 *
 * @param mentions all that it names
 * @param declares those whose declaration it is
 * @param reads those whose value before the step it may read
 * @param kills those whose value before the step nobody reads after it
 * @param exits jumps in the midst of it
 */
record Step(BitSet mentions, BitSet declares, BitSet reads, BitSet kills, List<Exit> exits) {
    /** A jump to {@code label} that assigns {@code kills}. */
    record Exit(BitSet kills, Label label) {}
}
