package dev.javait.processor.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.javait.processor.twin.Program;
import dev.javait.processor.twin.Source;
import dev.javait.processor.twin.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is generated for each control structure, beside the method: {@code If.java}, {@code If.golden}. After a change that is meant,
 * {@code -Djavait.golden=update} writes the golden files anew; read them as a person before they are committed.
 */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final boolean UPDATE = "update".equals(System.getProperty("javait.golden"));

    @TempDir
    Path scratch;

    static Stream<String> cases() throws IOException {
        return names(".java").stream();
    }

    private static List<String> names(String extension) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(extension))
                    .map(name -> name.substring(0, name.length() - extension.length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theGeneratedSourceIsThatOfTheGoldenFile(String name) throws IOException {
        Program program = World.transforming(scratch).compile(List.of(Source.resource("golden/" + name + ".java")));
        assertTrue(program.compiled(), program.remarks()::toString);
        String generated = program.generated();
        Path golden = FOLDER.resolve(name + ".golden");
        if (UPDATE) Files.writeString(golden, generated);
        assertEquals(Files.readString(golden), generated);
    }

    @Test
    void noGoldenFileIsLeftWithoutItsCase() throws IOException {
        assertEquals(names(".java"), names(".golden"));
    }
}
