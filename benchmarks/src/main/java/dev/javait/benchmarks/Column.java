package dev.javait.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** A peer on a JDK: a column of the table. */
record Column(String peer, Jdk jdk) {
    /** That a callee may not be inlined is what W1n and W1m are about. */
    private static final List<String> CALLS =
            List.of("-XX:CompileCommand=quiet", "-XX:CompileCommand=dontinline,dev/javait/benchmarks/*.callee*");

    String name() {
        return peer + "-" + jdk.feature();
    }

    boolean isFloor() {
        return peer.equals("floor");
    }

    boolean isJavait() {
        return peer.equals("javait");
    }

    /** Arguments of the JVM that runs it. */
    List<String> jvmArgs() {
        List<String> args = new ArrayList<>(CALLS);
        if (jdk.feature() >= 24) {
            // Else JMH's own use of it is warned about, once for each fork.
            args.add("--sun-misc-unsafe-memory-access=allow");
        }
        if (peer.equals("threads1")) {
            args.add("-Djdk.virtualThreadScheduler.parallelism=1");
            args.add("-Djdk.virtualThreadScheduler.maxPoolSize=1");
        }
        return args;
    }

    static List<Column> of(List<Jdk> jdks, List<String> peers) {
        List<Column> columns = new ArrayList<>();
        for (Jdk jdk : jdks) {
            for (String peer : peers) {
                if (!peer.startsWith("threads") || jdk.feature() >= 21) {
                    columns.add(new Column(peer, jdk));
                }
            }
        }
        return columns;
    }
}
