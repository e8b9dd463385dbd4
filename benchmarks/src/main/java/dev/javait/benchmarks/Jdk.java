package dev.javait.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A JDK that is installed. */
public record Jdk(int feature, String version, Path home) {
    private static final Pattern VERSION =
            Pattern.compile("^JAVA_(?:RUNTIME_)?VERSION=\"(1\\.)?(\\d+)([^\"]*)\"", Pattern.MULTILINE);

    Path java() {
        return home.resolve("bin/java");
    }

    /** One for each feature version from 17 on: this one, those that {@code JAVA_HOME_…} names, and what lies beside any of them. */
    public static List<Jdk> installed() {
        Map<Integer, Jdk> found = new TreeMap<>();
        List<Path> known = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("JAVA_HOME")) {
                known.add(Path.of(value));
            }
        });
        known.forEach(home -> add(found, home));
        known.forEach(home -> beside(home).forEach(other -> add(found, other)));
        return List.copyOf(found.values());
    }

    private static Collection<Path> beside(Path home) {
        Path parent = home.toAbsolutePath().getParent();
        try (Stream<Path> all = Files.list(parent)) {
            return all.sorted().toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static void add(Map<Integer, Jdk> found, Path home) {
        Path release = home.resolve("release");
        if (!Files.isReadable(release) || !Files.isExecutable(home.resolve("bin/java"))) {
            return;
        }
        try {
            Matcher version = VERSION.matcher(Files.readString(release));
            if (version.find()) {
                int feature = Integer.parseInt(version.group(2));
                if (feature >= 17) {
                    found.putIfAbsent(feature, new Jdk(feature, version.group(2) + version.group(3), home));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
