package dev.javait.processor.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The programs in {@code resources/asyncio}, each written twice: {@code Program.java} prints what {@code program.py} prints, {@code trace.txt}. The Python to ask
 * is {@code python3}, or what {@code -Djavait.python} says.
 */
class AsyncioTest {
    private static final Pattern NEEDS = Pattern.compile("# Needs Python 3\\.(\\d+)");

    @TempDir
    Path scratch;

    @TestFactory
    Stream<DynamicTest> aProgramPrintsWhatItsPythonTwinPrints() {
        return programs(program -> {
            Path classes = Files.createDirectory(scratch.resolve(program.getFileName()));
            UserProgram compiled = UserProgram.compileWhole(classes, Files.readString(program.resolve("Program.java")));
            assertEquals("", compiled.messages);
            assertEquals(trace(program), compiled.run() + "\n");
        });
    }

    /** Where Python is installed. */
    @TestFactory
    Stream<DynamicTest> pythonPrintsTheTrace() {
        return programs(program -> {
            Path python = program.resolve("program.py");
            Matcher needs = NEEDS.matcher(Files.readString(python));
            int minor = needs.lookingAt() ? Integer.parseInt(needs.group(1)) : 11;
            assumeTrue(minor <= minorOfPython(), "needs Python 3." + minor);
            assertEquals(trace(program), python(python.toString()));
        });
    }

    private interface Check {
        void of(Path program) throws Exception;
    }

    private static Stream<DynamicTest> programs(Check check) {
        Path folder = Path.of(AsyncioTest.class.getResource("/asyncio").getPath());
        try (Stream<Path> programs = Files.list(folder)) {
            return programs
                    .filter(Files::isDirectory)
                    .sorted()
                    .map(program -> DynamicTest.dynamicTest(program.getFileName() + "", () -> check.of(program)))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String trace(Path program) throws IOException {
        return Files.readString(program.resolve("trace.txt"));
    }

    private static int minorOfPython() throws IOException {
        try {
            return Integer.parseInt(
                    python("-c", "import sys; print(sys.version_info.minor)").strip());
        } catch (IOException none) {
            return -1;
        }
    }

    private static String python(String... arguments) throws IOException {
        String python = System.getProperty("javait.python", "python3");
        Process process = new ProcessBuilder(Stream.concat(Stream.of(python, "-I"), Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
