package dev.javait.processor.emit;

import dev.javait.processor.model.Label;

/** How control goes from a block to another one, as it is written. */
sealed interface Path {
    /** There is none: the block leaves the body, or has said before where it goes. */
    record Ends() implements Path {}

    /** Nothing is written: it goes on with what stands behind. */
    record Falls() implements Path {}

    /** It goes on with the next case, whose handlers are others. */
    record Enters(Label label) implements Path {}

    /** {@code state = 3; continue resume;}. */
    record Jumps(Label label) implements Path {}

    /** {@code continue loop;}; nothing where the loop ends. */
    record Repeats(boolean last) implements Path {}

    /** {@code break loop;}: on with the next case. */
    record Breaks() implements Path {}

    /** The block stands in the place of the jump. */
    record Stands(Tree tree) implements Path {}
}
