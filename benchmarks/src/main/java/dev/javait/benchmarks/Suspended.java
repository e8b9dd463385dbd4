package dev.javait.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** W7, in a JVM of its own: prints the bytes that one waiting task takes in the heap, and of resident memory. */
final class Suspended {
    static final int N = 1_000_000;

    private Suspended() {}

    public static void main(String[] args) {
        int depth = Integer.parseInt(args[1]);
        try (Peer peer = Peers.named(args[0])) {
            // Classes and what is made once do not count.
            peer.suspended(1000, depth, () -> {});
            long heapBefore = usedHeap();
            long residentBefore = resident();
            long[] after = new long[2];
            long sum = peer.suspended(N, depth, () -> {
                after[1] = resident();
                after[0] = usedHeap();
            });
            if (sum != (long) N * depth) {
                throw new AssertionError("sum is " + sum);
            }
            System.out.println((after[0] - heapBefore) / (double) N + " " + (after[1] - residentBefore) / (double) N);
        }
        System.exit(0);
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Linux only; 0 elsewhere. */
    private static long resident() {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .sum();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
