package dev.javait.processor.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.javait.processor.twin.Program;
import dev.javait.processor.twin.Remark;
import dev.javait.processor.twin.Source;
import dev.javait.processor.twin.World;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where javac finds errors, it finds the same ones with the processor, which itself adds nothing, and least of all that it failed. */
class BrokenCodeTest {
    private static final Pattern TOKEN = Pattern.compile(
            "//.*|/\\*(?s:.*?)\\*/|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|[\\p{Alpha}_]\\w*|\\d[\\w.]*|[^\\s\\w]");

    private static final Pattern CLASS = Pattern.compile("^.*class ", Pattern.MULTILINE);

    /** How often each file is broken in each way. */
    private static final int TIMES = Integer.getInteger("javait.broken", 4);

    @TempDir
    static Path scratch;

    private static World alone;
    private static World withProcessor;

    @BeforeAll
    static void openWorlds() {
        alone = World.untouched(scratch);
        withProcessor = World.transforming(scratch);
    }

    static Stream<String> files() {
        return Resources.javaFiles("language").stream();
    }

    @ParameterizedTest(name = "{0}, with names that are not known")
    @MethodSource("files")
    void unknownNames(String path) {
        for (int seed = 0; seed < TIMES; seed++) {
            var random = new Random(seed);
            int seldom = 5 << random.nextInt(6);
            Source broken = changed(
                    Source.resource(path), name -> isName(name) && random.nextInt(seldom) == 0 ? "missing" : name);
            assertEquals(List.of(), newErrors(broken), "seed " + seed);
        }
    }

    @ParameterizedTest(name = "{0}, with tokens that are left out or stand twice")
    @MethodSource("files")
    void wrongTokens(String path) {
        for (int seed = 0; seed < TIMES; seed++) {
            var random = new Random(seed);
            int seldom = 100 << random.nextInt(4);
            Source broken = changed(Source.resource(path), token -> {
                if (random.nextInt(seldom) != 0) return token;
                return random.nextBoolean() ? "" : token + " " + token;
            });
            assertEquals(List.of(), newErrors(broken), "seed " + seed);
        }
    }

    /** An await that comes to stand in a wrong place is an error of its own. */
    @ParameterizedTest(name = "{0}, with names that stand for others")
    @MethodSource("files")
    void wrongNames(String path) {
        for (int seed = 0; seed < TIMES; seed++) {
            var random = new Random(seed);
            int seldom = 5 << random.nextInt(6);
            Source source = Source.resource(path);
            List<String> names = TOKEN.matcher(source.text())
                    .results()
                    .map(MatchResult::group)
                    .filter(BrokenCodeTest::isName)
                    .toList();
            Source broken = changed(
                    source,
                    token -> isName(token) && random.nextInt(seldom) == 0
                            ? names.get(random.nextInt(names.size()))
                            : token);
            for (String error : newErrors(broken)) assertFalse(error.contains("[internal]"), error);
        }
    }

    private static boolean isName(String token) {
        return SourceVersion.isIdentifier(token) && !SourceVersion.isKeyword(token);
    }

    /** The imports stay as they are, for without them everything would be unknown. */
    private static Source changed(Source source, Function<String, String> change) {
        Matcher head = CLASS.matcher(source.text());
        int body = head.find() ? head.end() : 0;
        return new Source(
                source.className(),
                source.text().substring(0, body)
                        + TOKEN.matcher(source.text().substring(body))
                                .replaceAll(token -> Matcher.quoteReplacement(change.apply(token.group()))));
    }

    /** What is an error with the processor, and not without it; all that are errors without it must be so with it. */
    private static List<String> newErrors(Source broken) {
        Program expected = alone.compile(List.of(broken));
        if (expected.compiled()) return List.of();
        Program actual = withProcessor.compile(List.of(broken));
        assertFalse(actual.crashed());
        var added = errors(actual);
        added.removeAll(errors(expected));
        var missed = errors(expected);
        missed.removeAll(errors(actual));
        assertEquals(List.of(), List.copyOf(missed));
        return List.copyOf(added);
    }

    private static TreeSet<String> errors(Program program) {
        var errors = new TreeSet<String>();
        program.remarks().stream().filter(Remark::isError).forEach(error -> errors.add(error.toString()));
        return errors;
    }
}
