package dev.javait.benchmarks.load;

import dev.javait.benchmarks.Children;
import dev.javait.benchmarks.Jdk;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Serves with one handler after the other, with the service that they call in a second process and {@code wrk} in a third, and prints a table. Linux only. */
public final class Load {
    private static final int CONNECTIONS = 1000;
    private static final int SECONDS = 10;
    private static final int SECONDS_TO_WARM_UP = 8;
    private static final double MEGA = 1e6;

    private Load() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : SECONDS;
        System.out.println(CONNECTIONS + " connections for " + seconds + " s each:\n");
        System.out.println(
                "| JDK | handler | requests a second | p50, ms | p99, ms | processor µs a request | resident MB | |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        List<Jdk> installed = Jdk.installed();
        for (Jdk jdk : installed) {
            for (String handler :
                    jdk.feature() >= 21 ? List.of("javait", "kotlin", "threads") : List.of("javait", "kotlin")) {
                measure(jdk, handler, seconds);
            }
        }
    }

    private static void measure(Jdk jdk, String handler, int seconds) throws IOException, InterruptedException {
        List<Process> processes = new ArrayList<>();
        try {
            int other = start(processes, jdk, "other");
            int port = start(processes, jdk, handler, "" + other);
            long pid = processes.get(1).pid();
            Wrk.drive(port, CONNECTIONS, SECONDS_TO_WARM_UP);
            double before = processorSeconds(pid);
            Wrk wrk = Wrk.drive(port, CONNECTIONS, seconds);
            double each = (processorSeconds(pid) - before) / wrk.requests() * MEGA;
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %,.0f | %.1f | %.1f | %.0f | %d | %s |%n",
                    jdk.version(),
                    handler,
                    wrk.perSecond(),
                    wrk.p50(),
                    wrk.p99(),
                    each,
                    residentMegabytes(pid),
                    wrk.trouble());
        } finally {
            processes.forEach(Process::destroy);
        }
    }

    /** Starts a service; gives its port. */
    private static int start(List<Process> processes, Jdk jdk, String... args) throws IOException {
        Process process = Children.command(jdk, List.of("-Xmx2g"), Service.class, Arrays.asList(args))
                .start();
        processes.add(process);
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        return Integer.parseInt(out.readLine());
    }

    /** In user and kernel mode. */
    private static double processorSeconds(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
    }

    private static long residentMegabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }
}
