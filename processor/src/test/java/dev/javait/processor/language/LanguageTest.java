package dev.javait.processor.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.javait.processor.twin.Source;
import dev.javait.processor.twin.TwinCase;
import dev.javait.processor.twin.Twins;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each case in {@code resources/language} does the same transformed as blocking. A case is named after the row of the
 * checklist of what async compilers get wrong.
 */
class LanguageTest {
    @TempDir
    static Path scratch;

    private static Twins twins;
    private static Twins slow;
    private static Twins inPieces;

    @BeforeAll
    static void openWorlds() {
        twins = new Twins(scratch);
        slow = new Twins(scratch.resolve("slow"), "-Ajavait.tuning=no-direct-calls,boxed,no-loops,sections");
        inPieces = new Twins(scratch.resolve("pieces"), "-Ajavait.tuning=small-sections");
    }

    @TestFactory
    Stream<DynamicContainer> everyCaseDoesTheSameTransformedAsBlocking() {
        return themes().stream().map(LanguageTest::theme);
    }

    /** As it is done in methods that are too large for one, with every block in a method of its own. */
    @TestFactory
    Stream<DynamicContainer> everyCaseDoesTheSameWithoutWhatMakesItFast() {
        return themes().stream().map(path -> theme(path, slow));
    }

    /** As it is done in methods that are too large for one, each of a few blocks. */
    @TestFactory
    Stream<DynamicContainer> whatOnceFailedDoesTheSameInPieces() {
        return Resources.javaFiles("language/found").stream().map(path -> theme(path, inPieces));
    }

    private static DynamicContainer theme(String path, Twins worlds) {
        Source source = Source.resource(path);
        return dynamicContainer(path, cases(worlds, worlds.compile(List.of(source)), source));
    }

    /** All files, but of those that need a newer Java only what this one knows. */
    static List<String> themes() {
        var themes = new ArrayList<>(Resources.javaFiles("language"));
        themes.addAll(Resources.javaFiles("language/found"));
        for (int feature = 18; feature <= Runtime.version().feature(); feature++) {
            themes.addAll(Resources.javaFiles("language/java" + feature));
        }
        return themes;
    }

    private static DynamicContainer theme(String path) {
        Source source = Source.resource(path);
        Twins.Pair pair = twins.compile(List.of(source));
        List<DynamicNode> tests = cases(twins, pair, source);
        tests.add(dynamicTest(
                "javac says the same of it with the processor as without it",
                () -> assertEquals("", pair.remarksThatDiffer().orElse(""))));
        return dynamicContainer(path, tests);
    }

    private static List<DynamicNode> cases(Twins worlds, Twins.Pair pair, Source source) {
        var tests = new ArrayList<DynamicNode>();
        for (TwinCase twin : source.cases()) {
            tests.add(dynamicTest(twin.claim(), () -> {
                Optional<String> difference = pair.compiled() ? pair.compare(twin) : worlds.compareAlone(twin);
                difference.ifPresent(Assertions::fail);
            }));
        }
        return tests;
    }
}
