package dev.javait.processor.cost;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the processor adds to a compilation, as ratios: see CONTRIBUTING.md. Rounds with and without it take turns, and the smallest figure of each
 * counts, which is the one that other work on the machine has disturbed least. CPU time is that of all threads of the process.
 *
 * <p>Arguments: the number of rounds, then the homes of the JDKs, the running one if there is none.
 */
public final class CompileCost {
    private CompileCost() {}

    /** @param wall and {@code cpu} in milliseconds, {@code memory} the peak in MiB */
    private record Cost(double wall, double cpu, double memory) {
        static final Cost MAX = new Cost(Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE);

        Cost min(Cost other) {
            return new Cost(Math.min(wall, other.wall), Math.min(cpu, other.cpu), Math.min(memory, other.memory));
        }
    }

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        List<String> jdks =
                args.length > 1 ? List.of(args).subList(1, args.length) : List.of(System.getProperty("java.home"));
        Path folder = Files.createTempDirectory("compile-cost");
        try {
            List<String> async = Project.write(folder.resolve("async"), true);
            List<String> plain = Project.write(folder.resolve("plain"), false);
            for (String jdk : jdks) {
                System.out.println(jdk);
                compare("1,200 @Async methods in 200 classes, fresh JVMs", jdk, folder, async, rounds, 1);
                compare("1,200 @Async methods in 200 classes, warm JVM", jdk, folder, async, 1, rounds * 4);
                compare("200 classes without @Async, fresh JVMs", jdk, folder, plain, rounds, 1);
                compare("200 classes without @Async, warm JVM", jdk, folder, plain, 1, rounds * 4);
            }
        } finally {
            delete(folder);
        }
    }

    private static void compare(String title, String jdk, Path folder, List<String> files, int jvms, int rounds)
            throws Exception {
        Cost without = Cost.MAX;
        Cost with = Cost.MAX;
        for (int i = 0; i < jvms; i++) {
            without = without.min(run(jdk, folder, files, rounds, false));
            with = with.min(run(jdk, folder, files, rounds, true));
        }
        System.out.println("  " + title);
        line("CPU ms", without.cpu, with.cpu);
        line("wall ms", without.wall, with.wall);
        line("peak MiB", without.memory, with.memory);
    }

    private static void line(String what, double without, double with) {
        System.out.printf(Locale.ROOT, "    %-9s %8.0f -> %8.0f  x %.2f%n", what, without, with, with / without);
    }

    private static Cost run(String jdk, Path folder, List<String> files, int rounds, boolean processor)
            throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(
                List.of("-nowarn", "-d", folder.resolve("classes").toString()));
        options.addAll(List.of("-classpath", jar("runtime")));
        options.addAll(processor ? List.of("-processorpath", jar("processor")) : List.of("-proc:none"));
        options.addAll(files);
        Path arguments = Files.write(folder.resolve("arguments"), options);
        Path output = folder.resolve("output");
        List<String> command = List.of(
                jdk + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                Compilation.class.getName(),
                Integer.toString(rounds),
                arguments.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int exit = process.waitFor();
        List<String> lines = Files.readAllLines(output);
        if (exit != 0) throw new IllegalStateException(String.join("\n", lines));
        String[] figures = lines.get(lines.size() - 1).split(" ");
        delete(folder.resolve("classes"));
        return new Cost(Double.parseDouble(figures[0]), Double.parseDouble(figures[1]), Double.parseDouble(figures[2]));
    }

    /** The jar that {@code mvn package} has made in the module. */
    private static String jar(String module) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(module, "target"))) {
            return files.map(Path::toString)
                    .filter(name ->
                            name.matches(".*" + File.separator + "javait-" + module + "-[^-]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "no jar of " + module + "; build it, and start this at the root"));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
