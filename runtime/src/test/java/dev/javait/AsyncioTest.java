package dev.javait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Where Python is installed: the traces that the other tests compare with are what it prints, its asyncio running in virtual time. */
class AsyncioTest {
    private static final File FOLDER =
            new File(AsyncioTest.class.getResource("/asyncio").getPath());
    private static final Pattern NEEDS = Pattern.compile("# Needs Python 3\\.(\\d+)");

    @TestFactory
    Stream<DynamicTest> pythonPrintsTheTraceOf() {
        return Arrays.stream(FOLDER.listFiles((dir, name) -> name.endsWith(".py")))
                .sorted()
                .map(program -> DynamicTest.dynamicTest(program.getName(), () -> check(program)));
    }

    private static void check(File program) throws Exception {
        String source = Asyncio.read(program.getName());
        Matcher needs = NEEDS.matcher(source);
        int minor = needs.lookingAt() ? Integer.parseInt(needs.group(1)) : 11;
        assumeTrue(minor <= minorOfPython(), "needs Python 3." + minor);
        String clock = new File(FOLDER, "on/virtual_time.py").getPath();
        assertEquals(Asyncio.read(program.getName().replace(".py", ".txt")), python(clock, program.getPath()));
    }

    private static int minorOfPython() throws Exception {
        try {
            String version = python("-c", "import sys; print(sys.version_info.minor)");
            return Integer.parseInt(version.strip());
        } catch (IOException none) {
            return -1;
        }
    }

    private static String python(String... arguments) throws IOException {
        Process process = new ProcessBuilder(Stream.concat(Stream.of("python3", "-I"), Arrays.stream(arguments))
                        .toList())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
