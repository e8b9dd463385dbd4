package dev.javait.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StackTraceTest {
    private static final String DOWNLOADS = """
            package net;

            import static dev.javait.Javait.*;

            import dev.javait.*;
            import java.io.IOException;

            public class Downloads {
                @Async
                static Coroutine<Void> all(String... files) throws IOException {
                    for (String file : files) {
                        await(one(file)); // line 12
                    }
                    return done();
                }

                @Async
                private static Coroutine<Void> one(String file) throws IOException {
                    await(yieldNow());
                    if (file.isEmpty()) {
                        throw new IOException("no such file"); // line 21
                    }
                    return done();
                }

                @Async
                public static void main(String[] args) throws IOException {
                    await(all("a", "")); // line 28
                }
            }
            """;

    @TempDir
    Path folder;

    static Collection<Jdk> jdks() throws IOException {
        return Jdk.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void theTraceOfAFailureGoesThroughTheSuspendedMethods(Jdk jdk) throws Exception {
        Program downloads = Program.of(folder, "net/Downloads.java", DOWNLOADS);
        downloads.compile(jdk, Program.WITH_JAVAIT).wasSilent();
        String trace = downloads.run(jdk, "net.Downloads").failed().output();
        assertEquals(
                List.of("one(Downloads.java:21)", "all(Downloads.java:12)", "main(Downloads.java:28)"),
                trace.lines()
                        .filter(line -> line.contains("Downloads.java"))
                        .map(line -> line.replaceAll(".*\\.(?=\\w+\\()", ""))
                        .toList(),
                trace);
    }
}
