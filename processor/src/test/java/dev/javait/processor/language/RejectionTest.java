package dev.javait.processor.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.javait.processor.twin.Program;
import dev.javait.processor.twin.Remark;
import dev.javait.processor.twin.Source;
import dev.javait.processor.twin.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot work is an error at its place: the lines of {@code resources/language/rejected} say which. */
class RejectionTest {
    private static final String MARK = "// ERROR: ";

    @TempDir
    Path scratch;

    static Stream<String> rejected() {
        return Resources.javaFiles("language/rejected").stream();
    }

    @ParameterizedTest(name = "{0} has exactly the errors that its lines say")
    @MethodSource("rejected")
    void theErrorsAreThoseThatTheLinesSay(String path) {
        Source source = Source.resource(path);
        Program program = World.transforming(scratch).compile(List.of(source));
        assertFalse(program.compiled());
        assertEquals(List.of(), unexplained(source, program.remarks()), program.remarks()::toString);
    }

    @ParameterizedTest(name = "{0} is sound but for what the processor says")
    @MethodSource("rejected")
    void javacAloneFindsNoErrorInThem(String path) {
        Program program = World.blocking(scratch).compile(List.of(Source.resource(path)));
        assertTrue(program.compiled(), program.remarks()::toString);
    }

    /** The errors that no line announces, and the lines whose error did not come. */
    private static List<String> unexplained(Source source, List<Remark> remarks) {
        var errors = new ArrayList<>(remarks.stream().filter(Remark::isError).toList());
        var unexplained = new ArrayList<String>();
        List<String> lines = source.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int mark = lines.get(i).indexOf(MARK);
            if (mark < 0) continue;
            String fragment = lines.get(i).substring(mark + MARK.length());
            long number = i + 1;
            boolean came = errors.removeIf(
                    error -> error.line() == number && error.message().contains(fragment));
            if (!came) unexplained.add("missing at line " + number + ": " + fragment);
        }
        errors.forEach(error -> unexplained.add("unexpected: " + error));
        return unexplained;
    }
}
