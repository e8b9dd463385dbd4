package dev.javait.benchmarks;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the command line asks for. */
record Choice(
        String command,
        boolean quick,
        List<Jdk> jdks,
        List<String> peers,
        List<String> workloads,
        int rounds,
        String out) {
    private static final List<String> PEERS = List.of("floor", "javait", "kotlin", "futures", "threads", "threads1");
    private static final List<String> KNOWN = List.of("--jdks", "--peers", "--workloads", "--rounds", "--out");

    static Choice of(String[] args) {
        Map<String, String> given = new HashMap<>();
        boolean quick = false;
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--quick")) {
                quick = true;
            } else if (KNOWN.contains(args[i]) && i + 1 < args.length) {
                given.put(args[i], args[++i]);
            } else {
                throw new IllegalArgumentException(args[i] + " is not one of --quick, " + String.join(", ", KNOWN));
            }
        }
        return new Choice(
                String.join(" ", args),
                quick,
                jdks(given.get("--jdks")),
                list(given.get("--peers"), PEERS),
                list(given.get("--workloads"), List.of()),
                Integer.parseInt(given.getOrDefault("--rounds", quick ? "1" : "3")),
                given.get("--out"));
    }

    private static List<Jdk> jdks(String wanted) {
        List<Jdk> installed = Jdk.installed();
        if (wanted == null) {
            // The oldest and the newest say most; those between can be asked for.
            return installed.size() < 2 ? installed : List.of(installed.get(0), installed.get(installed.size() - 1));
        }
        List<String> features = Arrays.asList(wanted.split(","));
        return installed.stream()
                .filter(jdk -> features.contains("" + jdk.feature()))
                .toList();
    }

    private static List<String> list(String given, List<String> otherwise) {
        return given == null ? otherwise : List.of(given.split(","));
    }

    boolean wants(String workload) {
        return workloads.isEmpty()
                || workloads.stream()
                        .anyMatch(each -> each.toLowerCase(Locale.ROOT).equals(workload.toLowerCase(Locale.ROOT)));
    }

    int millis() {
        return quick ? 150 : 400;
    }

    int iterations() {
        return quick ? 3 : 5;
    }

    int sleeperRounds() {
        return quick ? 2 : 5;
    }
}
