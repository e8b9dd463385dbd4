package dev.javait.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** A user's sources in a folder, compiled and run by the tools of a JDK. */
record Program(Path folder) {
    /** Options that a project with Javait has. */
    static final List<String> WITH_JAVAIT = List.of("-classpath", Jars.RUNTIME, "-processorpath", Jars.PROCESSOR);

    /** The given source; its package and name are in it. */
    static Program of(Path folder, String name, String source) throws IOException {
        Path file = folder.resolve("src").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
        return new Program(folder);
    }

    List<String> sources() throws IOException {
        return sourcesIn(folder.resolve("src"));
    }

    static List<String> sourcesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".java"))
                    .toList();
        }
    }

    Run compile(Jdk jdk, Collection<String> options, String... more) throws IOException, InterruptedException {
        return compile(jdk, sources(), options, more);
    }

    Run compile(Jdk jdk, List<String> sources, Collection<String> options, String... more)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-d", "classes", "-encoding", "UTF-8"));
        arguments.addAll(options);
        arguments.addAll(List.of(more));
        arguments.addAll(sources);
        return Run.of(folder, jdk.tool("javac", arguments));
    }

    Run run(Jdk jdk, String mainClass, String... options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-classpath", classPath(), mainClass));
        return Run.of(folder, jdk.tool("java", arguments));
    }

    String classPath() {
        return folder.resolve("classes") + File.pathSeparator + Jars.RUNTIME;
    }
}
