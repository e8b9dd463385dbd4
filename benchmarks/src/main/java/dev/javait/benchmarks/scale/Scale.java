package dev.javait.benchmarks.scale;

import dev.javait.benchmarks.Children;
import dev.javait.benchmarks.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints what one of many tasks, timers and elements costs, by how many there are, and what a group of two loops does in the time of one; on the oldest and the
 * newest JDK. Writes the first as a picture too. Arguments: the file of the picture, or nothing; and for how many milliseconds each is measured.
 */
public final class Scale {
    private static final String MILLIS = "1500";
    private static final int ROUNDS = 3;

    private Scale() {}

    public static void main(String[] args) throws IOException {
        String millis = args.length > 1 ? args[1] : MILLIS;
        List<Jdk> installed = Jdk.installed();
        List<Jdk> jdks =
                installed.size() < 2 ? installed : List.of(installed.get(0), installed.get(installed.size() - 1));
        Map<String, Map<Integer, Double>> lines = new LinkedHashMap<>();
        for (Jdk jdk : jdks) {
            grow(jdk, millis, lines);
        }
        printTable(lines);
        if (args.length > 0) {
            Files.writeString(
                    Path.of(args[0]), new Plot("Nanoseconds for one, by how many there are at once", lines).svg());
        }
        System.out.println("\n| JDK | requests a second: 1 loop | 2 loops | ratio |\n|---|---|---|---|");
        for (Jdk jdk : jdks) {
            spread(jdk, millis);
        }
    }

    private static void grow(Jdk jdk, String millis, Map<String, Map<Integer, Double>> lines) {
        for (String line : Children.run(jdk, List.of("-Xmx4g"), Growing.class, List.of(millis))) {
            String[] words = line.split(" ", -1);
            String name = Growing.Thing.valueOf(words[0]).title + ", JDK " + jdk.feature();
            lines.computeIfAbsent(name, none -> new TreeMap<>())
                    .put(Integer.parseInt(words[1]), Double.parseDouble(words[2]));
        }
    }

    private static void printTable(Map<String, Map<Integer, Double>> lines) {
        StringBuilder head = new StringBuilder("| ns for one of |");
        Growing.SIZES.forEach(size -> head.append(String.format(Locale.ROOT, " %,d |", size)));
        System.out.println(head);
        System.out.println("|---|" + "---|".repeat(Growing.SIZES.size()));
        lines.forEach((name, costs) -> {
            StringBuilder row = new StringBuilder("| " + name + " |");
            costs.values().forEach(cost -> row.append(String.format(Locale.ROOT, " %.1f |", cost)));
            System.out.println(row);
        });
    }

    /** The two take turns, so that whatever else the machine does meets both. */
    private static void spread(Jdk jdk, String millis) {
        double one = 0;
        double two = 0;
        for (int round = 0; round < ROUNDS; round++) {
            one = Math.max(one, requests(jdk, 1, millis));
            two = Math.max(two, requests(jdk, 2, millis));
        }
        System.out.printf(Locale.ROOT, "| %s | %,.0f | %,.0f | %.2f |%n", jdk.version(), one, two, two / one);
    }

    private static double requests(Jdk jdk, int loops, String millis) {
        return Double.parseDouble(Children.run(jdk, List.of(), Spread.class, List.of("" + loops, millis))
                .get(0));
    }
}
