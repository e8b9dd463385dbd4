package dev.javait.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A JDK on this machine. */
record Jdk(Path home, int version) {
    /** The one that runs the tests. */
    static Jdk own() {
        return new Jdk(
                Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    /** The one that runs the tests, and one of each other version from 17 on that lies beside it. */
    static Collection<Jdk> all() throws IOException {
        Map<Integer, Jdk> jdks = new TreeMap<>();
        try (Stream<Path> siblings = Files.list(own().home.toRealPath().getParent())) {
            siblings.sorted()
                    .filter(home -> Files.exists(home.resolve("bin/javac")))
                    .map(home -> new Jdk(home, versionOf(home)))
                    .forEach(jdk -> jdks.put(jdk.version, jdk));
        }
        jdks.put(own().version, own());
        return jdks.values().stream().filter(jdk -> jdk.version >= 17).toList();
    }

    /** The command line for one of its tools. */
    List<String> tool(String name, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve(name).toString());
        command.addAll(arguments);
        return command;
    }

    private static int versionOf(Path home) {
        Properties release = new Properties();
        try (var in = Files.newBufferedReader(home.resolve("release"))) {
            release.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        String version = release.getProperty("JAVA_VERSION", "\"0\"").replace("\"", "");
        return Runtime.Version.parse(version).feature();
    }

    @Override
    public String toString() {
        return "JDK " + version;
    }
}
