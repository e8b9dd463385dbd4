package dev.javait.processor.differential;

import dev.javait.processor.twin.Program;
import dev.javait.processor.twin.support.Schedule;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a program did in a JVM of its own.
 *
 * @param output both of its streams, without the lines of stack traces
 */
record Forked(int exit, String output) {
    private static final Pattern TRACE = Pattern.compile("^(\\s+at |\\s+\\.\\.\\. \\d+ more).*");

    /** What is null, in a message of the JVM: what was awaited has no name. */
    private static final Pattern UNNAMED = Pattern.compile(" because .* is null$");

    private static final Pattern HASH = Pattern.compile("@\\p{XDigit}{4,8}\\b");

    /** Nothing, if it does not end by itself. */
    static Optional<Forked> run(Program program, String main, Schedule schedule, Duration limit) {
        String classPath =
                program.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-ea",
                "-Djavait.sown=" + schedule,
                "-cp",
                classPath,
                main);
        try {
            Path folder = Files.createTempDirectory("sown");
            Path output = Files.createTempFile("sown", ".txt");
            try {
                Process process = new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                process.getOutputStream().close();
                if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                    return Optional.empty();
                }
                return Optional.of(new Forked(process.exitValue(), withoutTraces(output)));
            } finally {
                Files.delete(output);
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String withoutTraces(Path output) throws IOException {
        return new String(Files.readAllBytes(output), StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !TRACE.matcher(line).matches())
                .map(line -> UNNAMED.matcher(line).replaceAll(""))
                .map(line -> HASH.matcher(line).replaceAll("@"))
                .collect(Collectors.joining("\n"));
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : tree.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
