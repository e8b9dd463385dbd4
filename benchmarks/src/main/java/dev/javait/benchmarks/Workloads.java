package dev.javait.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The workloads whose time is per operation, for JMH. Each forks for each peer, so that none sees another's classes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Workloads {
    private static final int N = 100_000;
    private static final int DEPTH = 1000;
    private static final int FIB = 20;
    private static final int FIB_CALLS = 21_891;
    private static final int ITEMS = 1_000_000;
    private static final int BLOCKS = 1024;

    @Param("javait")
    public String peer;

    private Peer is;
    private final int[] from = new int[Peer.BLOCK];
    private final int[] into = new int[Peer.BLOCK];

    @Setup
    public void make() {
        is = Peers.named(peer);
    }

    @TearDown
    public void end() {
        is.close();
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long w1() {
        return is.ready(N);
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long w1n() {
        return is.readyCall(N);
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long w1m() {
        return is.mostlyReady(N);
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long w2() {
        return is.yields(N);
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long w3() {
        return is.deep(DEPTH, N / DEPTH);
    }

    @Benchmark
    @OperationsPerInvocation(FIB_CALLS)
    public long w3f() {
        return is.fib(FIB);
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long w4() {
        return is.spawn(N);
    }

    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public long w5q1() {
        return is.queue(ITEMS, 1);
    }

    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public long w5q64() {
        return is.queue(ITEMS, 64);
    }

    @Benchmark
    @OperationsPerInvocation(BLOCKS * Peer.BLOCK)
    public long w8() {
        return is.compute(BLOCKS * Peer.BLOCK);
    }

    @Benchmark
    @OperationsPerInvocation(BLOCKS * Peer.BLOCK)
    public long w8b() {
        return is.innerLoop(BLOCKS, from, into);
    }
}
