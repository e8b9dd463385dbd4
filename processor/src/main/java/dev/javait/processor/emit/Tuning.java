package dev.javait.processor.emit;

import dev.javait.processor.diagnose.Message;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which of the things that make bodies fast, and change nothing else, are done. That they change nothing else is tested by doing without them.
 *
 * @param direct whether the call of a known method may run without a frame
 * @param unboxed whether numbers leave a body unboxed
 * @param loops whether what goes round in a loop goes past the {@code switch}
 * @param sectionBytes the size of a body from which on it is laid out in sections, in bytes as {@link Section} guesses them
 * @param manyVariables how many have to be live for a section to leave those in the frame that it does not name; a debugger does not see them there
 */
public record Tuning(boolean direct, boolean unboxed, boolean loops, int sectionBytes, int manyVariables) {
    /** The processor's option. */
    public static final String OPTION = "javait.tuning";

    private static final String NO_DIRECT_CALLS = "no-direct-calls";
    private static final String BOXED = "boxed";
    private static final String NO_LOOPS = "no-loops";
    private static final String SECTIONS = "sections";
    private static final String SMALL_SECTIONS = "small-sections";
    private static final List<String> WORDS = List.of(NO_DIRECT_CALLS, BOXED, NO_LOOPS, SECTIONS, SMALL_SECTIONS);
    private static final int BYTES = 6_000;
    /** So that a section has several blocks, and a body that a test writes has several sections. */
    private static final int FEW_BYTES = 250;

    private static final int MANY_VARIABLES = 40;

    /** What the option's {@code value} leaves of it, such as {@code no-direct-calls,boxed}; null where it is not set. */
    public static Tuning of(@Nullable String value, Consumer<String> mistakes) {
        List<String> words = value == null ? List.of() : List.of(value.split(",", -1));
        for (String word : words) {
            if (!WORDS.contains(word)) mistakes.accept(Message.TUNING_OPTION.with(word, String.join(", ", WORDS)));
        }
        return new Tuning(
                !words.contains(NO_DIRECT_CALLS),
                !words.contains(BOXED),
                !words.contains(NO_LOOPS),
                words.contains(SECTIONS) ? 1 : words.contains(SMALL_SECTIONS) ? FEW_BYTES : BYTES,
                words.contains(SECTIONS) || words.contains(SMALL_SECTIONS) ? 0 : MANY_VARIABLES);
    }
}
