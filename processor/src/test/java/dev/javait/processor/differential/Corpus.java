package dev.javait.processor.differential;

import dev.javait.processor.twin.Source;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes all Java files under a folder, each by itself. */
final class Corpus {
    private static final Pattern PACKAGE = Pattern.compile("^\\s*package\\s+([\\w.]+)\\s*;", Pattern.MULTILINE);

    /** After so many files, what was compiled is deleted. */
    private static final int BATCH = 100;

    private final Map<Differential.Kind, Integer> files = new EnumMap<>(Differential.Kind.class);
    private long methods;
    private long lambdas;
    private long awaits;

    private Corpus() {}

    /**
     * Prints what differs, and how much was compared.
     *
     * @param arguments the folder; the seed; how many of the values are awaited, from 0 to 1; options for the processor
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 3) {
            System.err.println("usage: FOLDER SEED DENSITY [-Ajavait.…]");
            System.exit(2);
        }
        Path folder = Path.of(arguments[0]);
        String[] options = Stream.of(arguments).skip(3).toArray(String[]::new);
        List<Path> all = files(folder);
        Corpus corpus = new Corpus();
        for (int i = 0; i < all.size(); i += BATCH) {
            Path scratch = Files.createTempDirectory("sown");
            Differential differential = new Differential(scratch, Double.parseDouble(arguments[2]), options);
            for (Path file : all.subList(i, Math.min(all.size(), i + BATCH)))
                corpus.compare(differential, file, Long.parseLong(arguments[1]));
            Forked.delete(scratch);
            System.out.println(corpus.summary());
        }
        System.exit(0);
    }

    private void compare(Differential differential, Path file, long seed) throws IOException {
        Source source;
        try {
            source = source(file);
        } catch (MalformedInputException e) {
            return;
        }
        Differential.Outcome outcome;
        try {
            outcome = differential.compare(source, seed + file.toString().hashCode());
        } catch (RuntimeException | StackOverflowError e) {
            // javac's own: where it runs with the processor, such are found otherwise
            files.merge(Differential.Kind.UNUSABLE, 1, Integer::sum);
            return;
        }
        files.merge(outcome.kind(), 1, Integer::sum);
        if (outcome.kind() == Differential.Kind.SAME) {
            methods += outcome.methods();
            lambdas += outcome.lambdas();
            awaits += outcome.awaits();
        }
        if (outcome.kind() == Differential.Kind.REFUSED || outcome.kind() == Differential.Kind.FAULT) {
            differential.shrink(source, outcome);
            System.out.println(outcome.kind() + " " + file + "\n" + outcome.text());
            System.out.println(outcome.sowing().excerpt());
        }
    }

    /** The Java files under {@code folder}. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    static Source source(Path file) throws IOException {
        String text = Files.readString(file);
        Matcher declared = PACKAGE.matcher(text);
        String name = file.getFileName().toString().replace(".java", "");
        return new Source(declared.find() ? declared.group(1) + "." + name : name, text);
    }

    private String summary() {
        return "files " + files + ", methods " + methods + ", lambdas " + lambdas + ", awaits " + awaits;
    }
}
