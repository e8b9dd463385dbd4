package dev.javait.processor.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What awaiting costs, in what does not depend on the machine: allocated bytes and turns of the loop, for each operation. The bounds are for code that the
 * just-in-time compiler has not seen, so that it does not matter what it makes of it; who makes something cheaper lowers its bound.
 */
class CostTest {
    /** Nothing: what there is comes from measuring, here and below. */
    private static final double BYTES_OF_YIELD = 2;

    /** Nothing: the call is direct, and its result unboxed. */
    private static final double BYTES_OF_READY_AWAIT = 2;

    /** The frame of each call, made when it has to wait. */
    private static final double BYTES_OF_FRAME_IN_CHAIN = 26;

    /** Task, frame, and places in the lists and queues that know it. */
    private static final double BYTES_OF_SPAWN = 110;

    /** The boxed number, and nothing else: the turns in line serve again. */
    private static final double BYTES_OF_ITEM_IN_QUEUE = 16.9;

    /** Task, two frames, timer, what it completes, the duration. */
    private static final double BYTES_OF_TIMER = 240;

    private static final int DEPTH = 1000;

    private static final String PROGRAM = """
            import static dev.javait.Javait.*;
            import dev.javait.*;
            import java.lang.management.ManagementFactory;
            import java.time.Duration;
            import java.util.*;
            import java.util.function.*;
            public class Program {
              static final int N = 20_000;
              static final int DEPTH = 1000;
              static long turns;
              static boolean over;

              @Async static Coroutine<Void> countTurns() {
                while (!over) { turns++; await(yieldNow()); }
                return done();
              }

              @Async static Coroutine<Long> yields(int n) { for (int i = 0; i < n; i++) await(yieldNow()); return done(0L); }
              @Async static Coroutine<Long> increment(long x) { return done(x + 1); }
              @Async static Coroutine<Long> ready(int n) { long x = 0; for (int i = 0; i < n; i++) x = await(increment(x)); return done(x); }
              @Async static Coroutine<Long> down(int n) {
                if (n == 0) { await(yieldNow()); return done(0L); }
                return done(await(down(n - 1)) + 1);
              }
              @Async static Coroutine<Long> chain(int n) { long x = 0; for (int i = 0; i < n / DEPTH; i++) x += await(down(DEPTH)); return done(x); }
              @Async static Coroutine<Void> yieldOnce() { await(yieldNow()); return done(); }
              @Async static Coroutine<Long> spawn(int n) {
                List<Task<Void>> tasks = new ArrayList<>(n);
                for (int i = 0; i < n; i++) tasks.add(createTask(yieldOnce()));
                return done((long) await(gather(tasks)).size());
              }
              @Async static Coroutine<Void> produce(int n, AsyncQueue<Integer> queue) { for (int i = 0; i < n; i++) await(queue.put(i)); return done(); }
              @Async static Coroutine<Long> queue(int n, int capacity) {
                AsyncQueue<Integer> queue = new AsyncQueue<>(capacity);
                Task<Void> producer = createTask(produce(n, queue));
                long sum = 0;
                for (int i = 0; i < n; i++) sum += await(queue.get());
                await(producer);
                return done(sum);
              }
              @Async static Coroutine<Void> sleepFor(int millis) { await(sleep(Duration.ofMillis(millis))); return done(); }
              @Async static Coroutine<Long> timers(int n) {
                List<Task<Void>> tasks = new ArrayList<>(n);
                for (int i = 0; i < n; i++) tasks.add(createTask(sleepFor(1 + i * 7919 % 1000)));
                return done((long) await(gather(tasks)).size());
              }

              static long bytes() {
                return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getThreadAllocatedBytes(Thread.currentThread().getId());
              }

              @Async static Coroutine<Void> measure(String name, IntFunction<Coroutine<Long>> operations) {
                await(operations.apply(N));
                long turnsBefore = turns;
                long bytesBefore = bytes();
                await(operations.apply(N));
                long bytesAfter = bytes();
                System.out.println(name + " " + (bytesAfter - bytesBefore) / (double) N + " " + (turns - turnsBefore));
                return done();
              }

              @Async static Coroutine<Void> all() {
                Task<Void> counting = createTask(countTurns());
                await(measure("yield", n -> yields(n)));
                await(measure("ready", n -> ready(n)));
                await(measure("chain", n -> chain(n)));
                await(measure("spawn", n -> spawn(n)));
                await(measure("queue64", n -> queue(n, 64)));
                await(measure("queue1", n -> queue(n, 1)));
                over = true;
                await(counting);
                return done();
              }

              public static void main(String[] args) {
                EventLoop.builder().run(all());
                EventLoop.builder().clock(LoopClock.virtual()).run(measure("timer", n -> timers(n)));
              }
            }
            """;

    /** Operations that the program does of each. */
    private static final int N = 20_000;

    private record Cost(double bytes, long turns) {}

    @TempDir
    Path folder;

    @Test
    void operationsMakeNoMoreObjectsAndTakeNoMoreTurnsThanTheyNeed() {
        UserProgram program = UserProgram.compileWhole(folder, PROGRAM);
        assertEquals("", program.messages);
        Map<String, Cost> costs = program.run()
                .lines()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(
                        words -> words[0],
                        words -> new Cost(Double.parseDouble(words[1]), Long.parseLong(words[2])),
                        (a, b) -> b,
                        TreeMap::new));
        assertEquals(7, costs.size(), costs::toString);
        Map<String, Double> bytes = Map.of(
                "yield", BYTES_OF_YIELD,
                "ready", BYTES_OF_READY_AWAIT,
                "chain", BYTES_OF_FRAME_IN_CHAIN,
                "spawn", BYTES_OF_SPAWN,
                "queue64", BYTES_OF_ITEM_IN_QUEUE,
                "queue1", BYTES_OF_ITEM_IN_QUEUE,
                "timer", BYTES_OF_TIMER);
        bytes.forEach(
                (name, bound) -> assertTrue(costs.get(name).bytes <= bound, () -> "bytes of " + name + ": " + costs));
        // The two counters of turns begin in different places of a turn: one more or less says nothing.
        Map<String, Long> turns = Map.of(
                "yield", N + 1L,
                "ready", 1L,
                "chain", N / DEPTH + 1L,
                "spawn", 5L,
                "queue64", 2 * N / 64 + 10L,
                "queue1", 2L * N + 5);
        turns.forEach(
                (name, bound) -> assertTrue(costs.get(name).turns <= bound, () -> "turns of " + name + ": " + costs));
    }
}
