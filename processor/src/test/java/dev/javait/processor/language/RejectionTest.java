package dev.javait.processor.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.javait.processor.twin.Program;
import dev.javait.processor.twin.Remark;
import dev.javait.processor.twin.Source;
import dev.javait.processor.twin.World;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot work is an error at its place: the lines of {@code resources/language/rejected} say which. */
class RejectionTest {
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
        List<Remark> errors = program.remarks().stream().filter(Remark::isError).toList();
        assertEquals(List.of(), Marks.unexplained("// ERROR: ", source, errors), errors::toString);
    }

    @ParameterizedTest(name = "{0} is sound but for what the processor says")
    @MethodSource("rejected")
    void javacAloneFindsNoErrorInThem(String path) {
        Program program = World.blocking(scratch).compile(List.of(Source.resource(path)));
        assertTrue(program.compiled(), program.remarks()::toString);
    }
}
