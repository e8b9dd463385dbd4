package dev.javait.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs every workload for every peer on every JDK that is installed, and prints the table. The columns take turns within each workload, and the workloads within each
 * round, so that whatever else the machine does meets all of them alike.
 */
public final class Compare {
    static final String NANOS = "ns";
    static final String BYTES = "bytes";
    static final String CPU = "cpu";
    static final String LATE = "late";
    static final String HEAP = "heap";
    static final String RESIDENT = "resident";

    private final Choice choice;
    private final List<Column> columns;
    private final Results results = new Results();

    private Compare(Choice choice) {
        this.choice = choice;
        this.columns = Column.of(choice.jdks(), choice.peers());
    }

    public static void main(String[] args) throws IOException, RunnerException {
        new Compare(Choice.of(args)).run();
    }

    private void run() throws IOException, RunnerException {
        for (Column column : columns) {
            Children.run(column.jdk(), column.jvmArgs(), Check.class, List.of(column.peer()));
        }
        for (int round = 0; round < choice.rounds(); round++) {
            for (Workload workload : Workload.values()) {
                if (choice.wants(workload.label())) {
                    for (Column column : columns) {
                        measure(workload, column);
                    }
                }
            }
            for (Column column : columns) {
                sleepers(column);
                suspended(column, 1);
                suspended(column, Peer.DEPTH);
            }
        }
        String report = new Report(choice, columns, results).text();
        System.out.println(report);
        if (choice.out() != null) {
            Files.writeString(Path.of(choice.out()), report);
        }
    }

    private void measure(Workload workload, Column column) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include("^" + Workloads.class.getName() + "\\." + workload.method() + "$")
                .param("peer", column.peer())
                .jvm(column.jdk().java().toString())
                .jvmArgs(column.jvmArgs().toArray(String[]::new))
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.milliseconds(choice.millis()))
                .measurementIterations(choice.iterations())
                .measurementTime(TimeValue.milliseconds(choice.millis()))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        for (RunResult run : new Runner(options.build()).run()) {
            for (BenchmarkResult benchmark : run.getBenchmarkResults()) {
                benchmark.getIterationResults().forEach(iteration -> note(workload, column, iteration));
            }
        }
        Figures nanos = results.of(workload.title(), column, NANOS);
        System.err.printf("%-30s %-12s %10.2f ns%n", workload.title(), column.name(), nanos.median());
    }

    private void note(Workload workload, Column column, IterationResult iteration) {
        results.add(
                workload.title(), column, NANOS, iteration.getPrimaryResult().getScore());
        iteration.getSecondaryResults().forEach((name, result) -> {
            if (name.endsWith("gc.alloc.rate.norm")) {
                results.add(workload.title(), column, BYTES, result.getScore());
            }
        });
    }

    private void sleepers(Column column) {
        if (!choice.wants("W6")) {
            return;
        }
        List<String> lines = Children.run(
                column.jdk(), column.jvmArgs(), Sleepers.class, List.of(column.peer(), choice.sleeperRounds() + ""));
        for (int i = 0; i < lines.size(); i++) {
            String[] numbers = lines.get(i).split(" ", -1);
            String row = i == 0 ? "cold" : "warm";
            results.add(row, column, CPU, Double.parseDouble(numbers[0]));
            results.add(row, column, LATE, Double.parseDouble(numbers[1]));
        }
        System.err.println("W6 " + column.name() + " " + lines);
    }

    private void suspended(Column column, int depth) {
        if (!choice.wants("W7")) {
            return;
        }
        String[] numbers = Children.run(
                        column.jdk(), column.jvmArgs(), Suspended.class, List.of(column.peer(), depth + ""))
                .get(0)
                .split(" ", -1);
        results.add("depth " + depth, column, HEAP, Double.parseDouble(numbers[0]));
        results.add("depth " + depth, column, RESIDENT, Double.parseDouble(numbers[1]));
        System.err.println("W7 depth " + depth + " " + column.name() + " " + List.of(numbers));
    }
}
