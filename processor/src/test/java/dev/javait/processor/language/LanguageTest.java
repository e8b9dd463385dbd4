package dev.javait.processor.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.javait.processor.twin.Source;
import dev.javait.processor.twin.TwinCase;
import dev.javait.processor.twin.Twins;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
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

    @BeforeAll
    static void openWorlds() {
        twins = new Twins(scratch);
    }

    @TestFactory
    Stream<DynamicContainer> everyCaseDoesTheSameTransformedAsBlocking() throws IOException, URISyntaxException {
        return themes().stream().map(LanguageTest::theme);
    }

    /** The files of the folder, and those of the folders that need at most this Java. */
    private static List<String> themes() throws IOException, URISyntaxException {
        var themes = new ArrayList<String>();
        themes.addAll(files("language"));
        for (int feature = 18; feature <= Runtime.version().feature(); feature++) {
            themes.addAll(files("language/java" + feature));
        }
        return themes;
    }

    private static List<String> files(String folder) throws IOException, URISyntaxException {
        var url = LanguageTest.class.getResource("/" + folder);
        if (url == null) return List.of();
        try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
            return files.map(file -> folder + "/" + file.getFileName())
                    .filter(file -> file.endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static DynamicContainer theme(String path) {
        Source source = Source.resource(path);
        Twins.Pair pair = twins.compile(List.of(source));
        var tests = new ArrayList<DynamicNode>();
        for (TwinCase twin : source.cases()) {
            tests.add(dynamicTest(twin.claim(), () -> {
                Optional<String> difference = pair.compiled() ? pair.compare(twin) : twins.compareAlone(twin);
                difference.ifPresent(Assertions::fail);
            }));
        }
        tests.add(DynamicTest.dynamicTest("javac says the same of it with the processor as without it", () ->
                assertEquals("", pair.remarksThatDiffer().orElse(""))));
        return dynamicContainer(Objects.requireNonNull(path), tests);
    }
}
