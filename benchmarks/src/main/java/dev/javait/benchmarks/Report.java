package dev.javait.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The results as Markdown. */
final class Report {
    private final Choice choice;
    private final List<Column> columns;
    private final Results results;
    private final StringBuilder text = new StringBuilder();

    Report(Choice choice, List<Column> columns, Results results) {
        this.choice = choice;
        this.columns = columns;
        this.results = results;
    }

    String text() {
        machine();
        List<String> rows = java.util.Arrays.stream(Workload.values())
                .filter(workload -> choice.wants(workload.label()))
                .map(Workload::title)
                .toList();
        if (!rows.isEmpty()) {
            verdicts(rows);
            table(
                    "Time, ns per operation: median ± half the distance between the quartiles",
                    rows,
                    Compare.NANOS,
                    Report::withSpread);
            table(
                    "Time, ns per operation: the fastest iteration",
                    rows,
                    Compare.NANOS,
                    figures -> number(figures.min()));
            table("Allocated bytes per operation", rows, Compare.BYTES, figures -> number(figures.median()));
        }
        if (choice.wants("W6")) {
            List<String> rounds = List.of("cold", "warm");
            table("W6, 200,000 sleepers of 0 to 1000 ms: processor time, ms", rounds, Compare.CPU, Report::withSpread);
            table("W6: ms from the last deadline to the end", rounds, Compare.LATE, Report::withSpread);
        }
        if (choice.wants("W7")) {
            List<String> depths = List.of("depth 1", "depth " + Peer.DEPTH);
            table(
                    "W7, 1,000,000 suspended tasks: bytes of heap for each",
                    depths,
                    Compare.HEAP,
                    f -> number(f.median()));
            table("W7: bytes of resident memory for each", depths, Compare.RESIDENT, f -> number(f.median()));
        }
        return text.toString();
    }

    private void machine() {
        text.append("Measured on ")
                .append(LocalDate.now(ZoneOffset.UTC))
                .append(" by `benchmarks/run ")
                .append(choice.command().strip());
        text.append("`, on ").append(Runtime.getRuntime().availableProcessors()).append(" processors (");
        text.append(cpu()).append("), ").append(System.getProperty("os.name"));
        for (Jdk jdk : choice.jdks()) {
            text.append(", JDK ").append(jdk.version());
        }
        text.append(", load average at the end ")
                .append(number(java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage()))
                .append(".\n\n");
    }

    private static String cpu() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            Optional<String> model =
                    lines.filter(line -> line.startsWith("model name")).findFirst();
            return model.map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("unknown");
        } catch (IOException unreadable) {
            return System.getProperty("os.arch");
        }
    }

    /** Javait against the floor and the best of the others, for each JDK. */
    private void verdicts(List<String> rows) {
        for (Jdk jdk : choice.jdks()) {
            Optional<Column> javait = find(jdk, Column::isJavait);
            Optional<Column> floor = find(jdk, Column::isFloor);
            if (javait.isEmpty()) {
                continue;
            }
            text.append("### Javait on JDK ").append(jdk.feature()).append("\n\n");
            text.append(
                    "| workload | per | median, ns | to the floor, median | to the floor, fastest | best peer | median, ns | to the best peer, median | fastest |\n");
            text.append("|---|---|---|---|---|---|---|---|---|\n");
            for (String row : rows) {
                verdict(row, javait.get(), floor);
            }
            text.append('\n');
        }
    }

    private void verdict(String row, Column javait, Optional<Column> floor) {
        Figures mine = nanos(row, javait);
        Optional<Column> best = columns.stream()
                .filter(column -> column.jdk().equals(javait.jdk()) && !column.isFloor() && !column.isJavait())
                .filter(column -> !nanos(row, column).isEmpty())
                .min(Comparator.comparingDouble(column -> nanos(row, column).median()));
        BiFunction<Optional<Column>, Function<Figures, Double>, String> ratio =
                (to, of) -> to.map(column -> number(of.apply(mine) / of.apply(nanos(row, column))))
                        .orElse("-");
        text.append("| ").append(row);
        text.append(" | ").append(unit(row));
        text.append(" | ").append(withSpread(mine));
        text.append(" | ").append(ratio.apply(floor, Figures::median));
        text.append(" | ").append(ratio.apply(floor, Figures::min));
        text.append(" | ").append(best.map(Column::peer).orElse("-"));
        text.append(" | ")
                .append(best.map(column -> withSpread(nanos(row, column))).orElse("-"));
        text.append(" | ").append(ratio.apply(best, Figures::median));
        text.append(" | ").append(ratio.apply(best, Figures::min)).append(" |\n");
    }

    private static String unit(String row) {
        for (Workload workload : Workload.values()) {
            if (workload.title().equals(row)) {
                return workload.unit;
            }
        }
        return "";
    }

    private Figures nanos(String row, Column column) {
        return results.of(row, column, Compare.NANOS);
    }

    private Optional<Column> find(Jdk jdk, java.util.function.Predicate<Column> which) {
        return columns.stream()
                .filter(column -> column.jdk().equals(jdk) && which.test(column))
                .findFirst();
    }

    private void table(String title, List<String> rows, String kind, Function<Figures, String> cell) {
        text.append("### ").append(title).append("\n\n| |");
        columns.forEach(column -> text.append(' ').append(column.name()).append(" |"));
        text.append("\n|---|").append("---|".repeat(columns.size())).append('\n');
        for (String row : rows) {
            text.append("| ").append(row).append(" |");
            for (Column column : columns) {
                Figures figures = results.of(row, column, kind);
                text.append(' ')
                        .append(figures.isEmpty() ? "-" : cell.apply(figures))
                        .append(" |");
            }
            text.append('\n');
        }
        text.append('\n');
    }

    static String withSpread(Figures figures) {
        return number(figures.median()) + " ±" + Math.round(figures.spread() * 100) + "%";
    }

    /** Three digits that count. */
    static String number(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }
}
