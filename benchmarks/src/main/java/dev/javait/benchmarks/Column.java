package dev.javait.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** A peer on a JDK: a column of the table. */
record Column(String peer, Jdk jdk) {
    private static final String NO_INLINING = "-XX:CompileCommand=dontinline,dev/javait/benchmarks/";

    /** That a callee may not be inlined is what W1n and W1m are about. */
    private static final List<String> CALLEES = List.of(NO_INLINING + "*.callee*");

    /** Javait's are the methods with the bodies: what else there is of a callee is as small as an accessor, and HotSpot treats it like one. */
    private static final List<String> BODIES =
            List.of(NO_INLINING + "peers/JavaitPeer.callee$async", NO_INLINING + "peers/JavaitPeer.calleeSeldom$async");

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
        // First of all: else the others are announced on the standard output, where the results are.
        List<String> args = new ArrayList<>(List.of("-XX:CompileCommand=quiet"));
        args.addAll(isJavait() ? BODIES : CALLEES);
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
