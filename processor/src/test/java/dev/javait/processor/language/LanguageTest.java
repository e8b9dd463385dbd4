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
    private static Twins twinsInSections;

    @BeforeAll
    static void openWorlds() {
        twins = new Twins(scratch);
        twinsInSections = new Twins(scratch.resolve("sections"), "-Ajavait.tuning=sections");
    }

    @TestFactory
    Stream<DynamicContainer> everyCaseDoesTheSameTransformedAsBlocking() {
        return themes().stream().map(path -> theme(path, twins));
    }

    /** A large method has several. */
    @TestFactory
    Stream<DynamicContainer> whatOnceFailedDoesTheSameWhereEachBlockIsASectionOfItsOwn() {
        return Resources.javaFiles("language/found").stream().map(path -> theme(path, twinsInSections));
    }

    /** All files, but of those that need a newer Java only what this one knows. */
    private static List<String> themes() {
        var themes = new ArrayList<>(Resources.javaFiles("language"));
        themes.addAll(Resources.javaFiles("language/found"));
        for (int feature = 18; feature <= Runtime.version().feature(); feature++) {
            themes.addAll(Resources.javaFiles("language/java" + feature));
        }
        return themes;
    }

    private static DynamicContainer theme(String path, Twins twins) {
        Source source = Source.resource(path);
        Twins.Pair pair = twins.compile(List.of(source));
        var tests = new ArrayList<DynamicNode>();
        for (TwinCase twin : source.cases()) {
            tests.add(dynamicTest(twin.claim(), () -> {
                Optional<String> difference = pair.compiled() ? pair.compare(twin) : twins.compareAlone(twin);
                difference.ifPresent(Assertions::fail);
            }));
        }
        tests.add(dynamicTest(
                "javac says the same of it with the processor as without it",
                () -> assertEquals("", pair.remarksThatDiffer().orElse(""))));
        return dynamicContainer(path, tests);
    }
}
