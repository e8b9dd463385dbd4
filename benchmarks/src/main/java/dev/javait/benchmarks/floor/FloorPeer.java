package dev.javait.benchmarks.floor;

import dev.javait.benchmarks.Peer;

/** The workloads, as state machines written by hand. */
public final class FloorPeer implements Peer {
    private final Loop loop = new Loop();

    private long run(Frame body) {
        return loop.run(Task.spawn(loop, body, null));
    }

    @Override
    public long ready(int n) {
        return run(new Bodies.Ready(n));
    }

    @Override
    public long readyCall(int n) {
        return run(new Bodies.Calling(n, false));
    }

    @Override
    public long mostlyReady(int n) {
        return run(new Bodies.Calling(n, true));
    }

    @Override
    public long yields(int n) {
        return run(new Bodies.Yields(n));
    }

    @Override
    public long deep(int depth, int times) {
        return run(new Bodies.Deep(depth, times));
    }

    @Override
    public long fib(int n) {
        return run(new Bodies.FibMain(n));
    }

    @Override
    public long spawn(int n) {
        return run(new Tasks.Spawn(n));
    }

    @Override
    public long queue(int items, int capacity) {
        Channel channel = new Channel(capacity);
        Task.spawn(loop, new Tasks.Produce(items, channel), null);
        return run(new Tasks.Consume(items, channel));
    }

    @Override
    public long sleepers(int[] millis) {
        return run(new Tasks.Sleepers(millis));
    }

    @Override
    public long suspended(int n, int depth, Runnable measure) {
        return run(new Tasks.Suspend(n, depth, measure));
    }

    @Override
    public long compute(int elements) {
        return run(new Bodies.Hash(elements));
    }

    @Override
    public long innerLoop(int blocks, int[] from, int[] into) {
        return run(new Bodies.Inner(blocks, from, into));
    }
}
