package dev.javait.processor.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.javait.processor.twin.Source;
import dev.javait.processor.twin.Twins;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters that end a line for many tools, and for Java do not: they may stand in literals and comments. */
class LineEndsTest {
    private static final String USER = """
            package ends;

            import static dev.javait.Javait.await;
            import static dev.javait.Javait.done;
            import static dev.javait.processor.twin.support.Leaf.leaf;

            import dev.javait.Async;
            import dev.javait.Coroutine;
            import dev.javait.processor.twin.support.Case;

            class User {
                @Case("line ends")
                @Async
                static Coroutine<String> all() {
                    String text = "a|b" + '|'; // | a comment
                    text += await(leaf("c|d", ""\"
                              e|
                            f||g ""\" + text));
                    String plain = ""\"
                            ||h\\\\|
                            ""\"; /* | */
                    return done(text + plain + await(leaf("i", "|".length())));
                }
            }
            """;

    @TempDir
    Path scratch;

    @ParameterizedTest
    @ValueSource(chars = {'\f', '\u000b', '\u0085', '\u2028', '\u2029'})
    void areKeptAsTheyAre(char end) {
        Source source = new Source("ends.User", USER.replace('|', end));
        Optional<String> difference = new Twins(scratch)
                .compile(List.of(source))
                .compare(source.cases().get(0));
        assertEquals(Optional.empty(), difference, () -> difference.orElse(""));
    }
}
