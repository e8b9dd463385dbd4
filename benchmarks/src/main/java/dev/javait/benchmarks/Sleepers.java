package dev.javait.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;

/** W6, in a JVM of its own: prints processor time and how much later than the last deadline it ended, in milliseconds, once for each round. */
final class Sleepers {
    static final int N = 200_000;
    private static final int LONGEST = 1000;

    private Sleepers() {}

    public static void main(String[] args) {
        int[] millis = new SplittableRandom(6).ints(N, 0, LONGEST + 1).toArray();
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        try (Peer peer = Peers.named(args[0])) {
            for (int round = Integer.parseInt(args[1]); round > 0; round--) {
                long began = System.nanoTime();
                long cpu = system.getProcessCpuTime();
                if (peer.sleepers(millis) != N) {
                    throw new AssertionError("somebody did not wake");
                }
                double late = (System.nanoTime() - began) / 1e6 - LONGEST;
                System.out.println((system.getProcessCpuTime() - cpu) / 1e6 + " " + late);
            }
        }
        System.exit(0);
    }
}
