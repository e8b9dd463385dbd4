package dev.javait.benchmarks;

import dev.javait.benchmarks.start.HelloAsync;
import dev.javait.benchmarks.start.HelloThread;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What it costs to start: from the start of a JVM to the first line that is printed after a wait, with Javait and with a plain thread, the two in turns. Processor
 * time is what all threads of the process have taken by then.
 */
public final class Startup {
    private static final int RUNS = 20;
    private static final int UNCOUNTED = 2;
    private static final double NANOS = 1e6;

    private Startup() {}

    public static void main(String[] args) throws IOException {
        int runs = args.length > 0 ? Integer.parseInt(args[0]) : RUNS;
        System.out.println(runs + " runs of each, in turns:\n");
        System.out.println(
                "| JDK | program | wall ms: median | least | processor ms: median | least |\n|---|---|---|---|---|---|");
        for (Jdk jdk : Jdk.installed()) {
            Timed async = new Timed(jdk, HelloAsync.class);
            Timed thread = new Timed(jdk, HelloThread.class);
            for (int i = -UNCOUNTED; i < runs; i++) {
                async.once(i >= 0);
                thread.once(i >= 0);
            }
            async.print();
            thread.print();
        }
    }

    /** A program, and how long it took. */
    private static final class Timed {
        private final Jdk jdk;
        private final Class<?> program;
        private final Figures wall = new Figures();
        private final Figures processor = new Figures();

        Timed(Jdk jdk, Class<?> program) {
            this.jdk = jdk;
            this.program = program;
        }

        void once(boolean counts) throws IOException {
            ProcessBuilder command = Children.command(jdk, List.of(), program, List.of());
            long began = System.nanoTime();
            Process process = command.start();
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                String line = out.readLine();
                long ended = System.nanoTime();
                if (!"hello".equals(line)) {
                    throw new IllegalStateException(program + " said " + line);
                }
                if (counts) {
                    wall.add((ended - began) / NANOS);
                    processor.add(processorTime(process.pid()) / NANOS);
                }
                process.getOutputStream().close();
            }
        }

        void print() {
            System.out.printf(
                    "| %s | %s | %s | %s | %s | %s |%n",
                    jdk.version(),
                    program.getSimpleName(),
                    Report.withSpread(wall),
                    Report.number(wall.min()),
                    Report.withSpread(processor),
                    Report.number(processor.min()));
        }
    }

    /** Nanoseconds, as Linux counts them for each thread; 0 elsewhere. */
    private static long processorTime(long pid) throws IOException {
        Path threads = Path.of("/proc", "" + pid, "task");
        if (!Files.isDirectory(threads)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(threads)) {
            return all.mapToLong(Startup::ofThread).sum();
        }
    }

    private static long ofThread(Path thread) {
        try {
            return Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ", -1)[0]);
        } catch (IOException gone) {
            // It ended meanwhile; such threads have done little, in both programs.
            return 0;
        }
    }
}
