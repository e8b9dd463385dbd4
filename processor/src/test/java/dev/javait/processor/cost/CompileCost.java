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
 * <p>Arguments: the number of rounds, then the homes of the JDKs, the running one if there is none; what begins with {@code -} goes to the JVMs that
 * compile.
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
        List<String> options =
                Stream.of(args).filter(arg -> arg.startsWith("-")).toList();
        List<String> jdks =
                Stream.of(args).skip(1).filter(arg -> !arg.startsWith("-")).toList();
        if (jdks.isEmpty()) jdks = List.of(System.getProperty("java.home"));
        Path folder = Files.createTempDirectory("compile-cost");
        try {
            for (String jdk : jdks) {
                System.out.println(jdk + " " + String.join(" ", options));
                List<String> jvm = Stream.concat(Stream.of(jdk + "/bin/java"), options.stream())
                        .toList();
                for (Project project : Project.values()) {
                    List<String> files = project.write(folder.resolve(project.name()));
                    compare(project + ", fresh JVMs", jvm, folder, files, rounds, 1);
                    compare(project + ", warm JVM", jvm, folder, files, 1, rounds * 4);
                }
            }
        } finally {
            delete(folder);
        }
    }

    private static void compare(String title, List<String> jvm, Path folder, List<String> files, int jvms, int rounds)
            throws Exception {
        Cost without = Cost.MAX;
        Cost with = Cost.MAX;
        for (int i = 0; i < jvms; i++) {
            without = without.min(run(jvm, folder, files, rounds, false));
            with = with.min(run(jvm, folder, files, rounds, true));
        }
        System.out.println("  " + title);
        line("CPU ms", without.cpu, with.cpu);
        line("wall ms", without.wall, with.wall);
        line("peak MiB", without.memory, with.memory);
    }

    private static void line(String what, double without, double with) {
        System.out.printf(Locale.ROOT, "    %-9s %8.0f -> %8.0f  x %.2f%n", what, without, with, with / without);
    }

    private static Cost run(List<String> jvm, Path folder, List<String> files, int rounds, boolean processor)
            throws IOException, InterruptedException {
        // none is deleted meanwhile: file systems are slow to create files where many have just been deleted
        Path classes = Files.createTempDirectory(folder, "classes");
        List<String> options = new ArrayList<>(List.of("-nowarn", "-d", classes.toString()));
        options.addAll(List.of("-classpath", jar("runtime")));
        options.addAll(processor ? List.of("-processorpath", jar("processor")) : List.of("-proc:none"));
        options.addAll(files);
        Path arguments = Files.write(folder.resolve("arguments"), options);
        Path output = folder.resolve("output");
        List<String> command = new ArrayList<>(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Compilation.class.getName()));
        command.addAll(List.of(Integer.toString(rounds), arguments.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int exit = process.waitFor();
        List<String> lines = Files.readAllLines(output);
        if (exit != 0) throw new IllegalStateException(String.join("\n", lines));
        String[] figures = lines.get(lines.size() - 1).split(" ");
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
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
