package dev.javait.processor.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.javait.processor.language.Marks;
import dev.javait.processor.twin.Program;
import dev.javait.processor.twin.Remark;
import dev.javait.processor.twin.Source;
import dev.javait.processor.twin.World;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of {@code resources/lint} say which warnings come. */
class LintTest {
    private static final Source ALARMS = Source.resource("lint/Alarms.java");
    private static final Source QUIET = Source.resource("lint/Quiet.java");

    @TempDir
    Path scratch;

    private Program compile(Source source, String... options) {
        return World.transforming(scratch).compile(List.of(source), options);
    }

    private static List<Remark> ofJavait(Program program) {
        return program.remarks().stream()
                .filter(remark -> remark.message().startsWith("["))
                .toList();
    }

    private static String tags(List<Remark> remarks) {
        return remarks.stream()
                .map(remark -> remark.message().substring(0, remark.message().indexOf(']') + 1))
                .distinct()
                .sorted()
                .collect(Collectors.joining());
    }

    @Test
    void theWarningsAreThoseThatTheLinesSay() {
        Program program = compile(ALARMS);
        assertTrue(program.compiled(), program.remarks()::toString);
        List<Remark> said = ofJavait(program);
        assertEquals(List.of(), Marks.unexplained("// WARNING: ", ALARMS, said), said::toString);
        assertTrue(said.stream().allMatch(remark -> remark.kind() == Diagnostic.Kind.WARNING), said::toString);
    }

    @Test
    void ofOrdinaryCodeNothingIsSaid() {
        Program program = compile(QUIET);
        assertTrue(program.compiled(), program.remarks()::toString);
        assertEquals(List.of(), ofJavait(program));
    }

    @Test
    void aDroppedCoroutineIsFoundWhereNothingOfJavaitIsImported() {
        var user = new Source("lint.User", """
                package lint;
                class User {
                    void use(Quiet quiet) {
                        quiet.load(1);
                    }
                }
                """);
        Program program = World.transforming(scratch).compile(List.of(QUIET, user), new String[0]);
        assertEquals("[coroutine-dropped]", tags(ofJavait(program)));
    }

    @Test
    void whatAMockIsAskedIsNotDropped() {
        var mockito = new Source("org.mockito.Mockito", """
                package org.mockito;
                public class Mockito {
                    public static <T> T verify(T mock) {
                        return mock;
                    }
                }
                """);
        var user = new Source("lint.User", """
                package lint;
                class User {
                    void use(Quiet quiet) {
                        org.mockito.Mockito.verify(quiet).load(1);
                    }
                }
                """);
        Program program = World.transforming(scratch).compile(List.of(QUIET, mockito, user), new String[0]);
        assertTrue(program.compiled(), program.remarks()::toString);
        assertEquals(List.of(), ofJavait(program));
    }

    @Test
    void eachLintCanBeTurnedOff() {
        assertEquals("", tags(ofJavait(compile(ALARMS, "-Ajavait.lint=all:off"))));
        assertEquals(
                "[cancellation-swallowed][coroutine-dropped][lock-held][task-dropped]",
                tags(ofJavait(compile(ALARMS, "-Ajavait.lint=blocking-call:off"))));
        assertEquals("[lock-held]", tags(ofJavait(compile(ALARMS, "-Ajavait.lint=all:off, lock-held:warn"))));
    }

    @Test
    void aLintCanBeMadeAnError() {
        Program program = compile(ALARMS, "-Ajavait.lint=task-dropped:error");
        assertFalse(program.compiled());
        List<Remark> errors = program.remarks().stream().filter(Remark::isError).toList();
        assertEquals("[task-dropped]", tags(errors));
        assertTrue(compile(QUIET, "-Ajavait.lint=all:error").compiled());
    }

    @Test
    void whatTheOptionDoesNotKnowIsAnError() {
        Program program = compile(QUIET, "-Ajavait.lint=blocking:off");
        assertFalse(program.compiled());
        List<Remark> errors = program.remarks().stream().filter(Remark::isError).toList();
        assertEquals("[lint-option]", tags(errors));
        assertTrue(errors.toString().contains("'blocking:off'"), errors::toString);
        assertFalse(compile(QUIET, "-Ajavait.lint=all:loud").compiled());
    }
}
