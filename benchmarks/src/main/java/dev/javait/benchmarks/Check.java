package dev.javait.benchmarks;

import java.util.SplittableRandom;
import java.util.function.ToLongFunction;

/** Whether a peer does what is measured: that it comes to the results which everybody must come to. In a JVM of its own, before anything is measured. */
final class Check {
    private final Peer peer;

    private Check(Peer peer) {
        this.peer = peer;
    }

    public static void main(String[] args) {
        try (Peer peer = Peers.named(args[0])) {
            new Check(peer).all();
        }
        System.exit(0);
    }

    private void all() {
        int n = 3000;
        equal("ready", n, it -> it.ready(n));
        equal("readyCall", n, it -> it.readyCall(n));
        equal("mostlyReady", n, it -> it.mostlyReady(n));
        equal("yields", n, it -> it.yields(n));
        equal("deep", 2L * n, it -> it.deep(n, 2));
        equal("fib", 610, it -> it.fib(15));
        equal("spawn", n, it -> it.spawn(n));
        equal("queue of 1", sumBelow(n), it -> it.queue(n, 1));
        equal("queue of 64", sumBelow(n), it -> it.queue(n, 64));
        equal(
                "sleepers",
                n,
                it -> it.sleepers(new SplittableRandom(1).ints(n, 0, 30).toArray()));
        equal("suspended", 2L * n, it -> it.suspended(n, 2, () -> {}));
        long hash = 1;
        for (int i = 0; i < n; i++) {
            hash = hash * 31 + i;
        }
        equal("compute", hash, it -> it.compute(n));
        equal("innerLoop", 3 * 7 * 5, it -> it.innerLoop(5, new int[] {0, 7}, new int[2]));
    }

    private static long sumBelow(int n) {
        return (long) n * (n - 1) / 2;
    }

    private void equal(String what, long expected, ToLongFunction<Peer> actual) {
        long came = actual.applyAsLong(peer);
        if (came != expected) {
            throw new AssertionError(what + " comes to " + came + ", not " + expected);
        }
    }
}
