package dev.javait.benchmarks.peers;

import static dev.javait.Javait.*;

import dev.javait.Async;
import dev.javait.AsyncEvent;
import dev.javait.AsyncQueue;
import dev.javait.Coroutine;
import dev.javait.EventLoop;
import dev.javait.Task;
import dev.javait.benchmarks.Peer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The workloads as a user of Javait writes them. */
public final class JavaitPeer implements Peer {
    private final EventLoop loop = EventLoop.builder().build();

    @Override
    public long ready(int n) {
        return loop.run(readyLoop(n));
    }

    @Async
    private static Coroutine<Long> readyLoop(int n) {
        long x = 0;
        for (int i = 0; i < n; i++) {
            x = await(increment(x));
        }
        return done(x);
    }

    @Async
    private static Coroutine<Long> increment(long x) {
        return done(x + 1);
    }

    @Override
    public long readyCall(int n) {
        return loop.run(readyCallLoop(n));
    }

    @Async
    private static Coroutine<Long> readyCallLoop(int n) {
        long x = 0;
        for (int i = 0; i < n; i++) {
            x = await(callee(x));
        }
        return done(x);
    }

    @Async
    private static Coroutine<Long> callee(long x) {
        if (x < 0) {
            await(yieldNow());
        }
        return done(x + 1);
    }

    @Override
    public long mostlyReady(int n) {
        return loop.run(mostlyReadyLoop(n));
    }

    @Async
    private static Coroutine<Long> mostlyReadyLoop(int n) {
        long x = 0;
        for (int i = 0; i < n; i++) {
            x = await(calleeSeldom(x));
        }
        return done(x);
    }

    @Async
    private static Coroutine<Long> calleeSeldom(long x) {
        if (x % SELDOM == 0) {
            await(yieldNow());
        }
        return done(x + 1);
    }

    @Override
    public long yields(int n) {
        return loop.run(yieldLoop(n));
    }

    @Async
    private static Coroutine<Long> yieldLoop(int n) {
        long x = 0;
        for (int i = 0; i < n; i++) {
            await(yieldNow());
            x++;
        }
        return done(x);
    }

    @Override
    public long deep(int depth, int times) {
        return loop.run(deepLoop(depth, times));
    }

    @Async
    private static Coroutine<Long> deepLoop(int depth, int times) {
        long x = 0;
        for (int i = 0; i < times; i++) {
            x += await(down(depth));
        }
        return done(x);
    }

    @Async
    private static Coroutine<Long> down(int n) {
        if (n == 0) {
            await(yieldNow());
            return done(0L);
        }
        return done(await(down(n - 1)) + 1);
    }

    @Override
    public long fib(int n) {
        return loop.run(fibonacci(n));
    }

    @Async
    private static Coroutine<Long> fibonacci(int n) {
        if (n < 2) {
            return done((long) n);
        }
        return done(await(fibonacci(n - 1)) + await(fibonacci(n - 2)));
    }

    @Override
    public long spawn(int n) {
        return loop.run(spawnAll(n));
    }

    @Async
    private static Coroutine<Long> spawnAll(int n) {
        List<Task<Void>> tasks = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            tasks.add(createTask(yieldOnce()));
        }
        return done((long) await(gather(tasks)).size());
    }

    @Async
    private static Coroutine<Void> yieldOnce() {
        await(yieldNow());
        return done();
    }

    @Override
    public long queue(int items, int capacity) {
        return loop.run(passOn(items, new AsyncQueue<>(capacity)));
    }

    @Async
    private static Coroutine<Long> passOn(int items, AsyncQueue<Integer> queue) {
        Task<Void> producer = createTask(produce(items, queue));
        long sum = await(consume(items, queue));
        await(producer);
        return done(sum);
    }

    @Async
    private static Coroutine<Void> produce(int items, AsyncQueue<Integer> queue) {
        for (int i = 0; i < items; i++) {
            await(queue.put(i));
        }
        return done();
    }

    @Async
    private static Coroutine<Long> consume(int items, AsyncQueue<Integer> queue) {
        long sum = 0;
        for (int i = 0; i < items; i++) {
            sum += await(queue.get());
        }
        return done(sum);
    }

    @Override
    public long sleepers(int[] millis) {
        return loop.run(sleepAll(millis));
    }

    @Async
    private static Coroutine<Long> sleepAll(int[] millis) {
        List<Task<Void>> tasks = new ArrayList<>(millis.length);
        for (int each : millis) {
            tasks.add(createTask(sleepOnce(each)));
        }
        return done((long) await(gather(tasks)).size());
    }

    @Async
    private static Coroutine<Void> sleepOnce(int millis) {
        await(sleep(Duration.ofMillis(millis)));
        return done();
    }

    @Override
    public long suspended(int n, int depth, Runnable measure) {
        return loop.run(suspendAll(n, depth, measure));
    }

    @Async
    private static Coroutine<Long> suspendAll(int n, int depth, Runnable measure) {
        AsyncEvent event = new AsyncEvent();
        List<Task<Integer>> tasks = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            tasks.add(createTask(waitBelow(event, depth)));
        }
        await(yieldNow());
        measure.run();
        event.set();
        long sum = 0;
        for (Task<Integer> task : tasks) {
            sum += await(task);
        }
        return done(sum);
    }

    @Async
    private static Coroutine<Integer> waitBelow(AsyncEvent event, int depth) {
        if (depth > 1) {
            return done(await(waitBelow(event, depth - 1)) + 1);
        }
        await(event.awaitSet());
        return done(1);
    }

    @Override
    public long compute(int elements) {
        return loop.run(hash(elements));
    }

    @Async
    private static Coroutine<Long> hash(int elements) {
        long hash = 1;
        for (int i = 0; i < elements; i++) {
            hash = hash * 31 + i;
            if (i % BLOCK == 0) {
                await(yieldNow());
            }
        }
        return done(hash);
    }

    @Override
    public long innerLoop(int blocks, int[] from, int[] into) {
        return loop.run(addUp(blocks, from, into));
    }

    @Async
    private static Coroutine<Long> addUp(int blocks, int[] from, int[] into) {
        for (int block = 0; block < blocks; block++) {
            for (int i = 0; i < into.length; i++) {
                into[i] += from[i] * 3;
            }
            await(yieldNow());
        }
        return done((long) into[into.length - 1]);
    }

    @Override
    public void close() {
        loop.close();
    }
}
