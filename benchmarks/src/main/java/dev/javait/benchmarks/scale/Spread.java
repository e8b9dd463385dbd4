package dev.javait.benchmarks.scale;

import static dev.javait.Javait.*;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.EventLoopGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** In a JVM of its own: prints how many requests a second an {@link EventLoopGroup} of so many loops deals with. */
final class Spread {
    /** Requests of a round, all submitted before the first is waited for. */
    private static final int REQUESTS = 20_000;

    private static final int STEPS = 20;
    private static final int WORK = 200;

    private Spread() {}

    public static void main(String[] args) {
        int loops = Integer.parseInt(args[0]);
        long nanos = Long.parseLong(args[1]) * 1_000_000;
        try (EventLoopGroup group = EventLoopGroup.builder().size(loops).build()) {
            best(group, nanos / 2);
            System.out.printf(Locale.ROOT, "%.0f%n", best(group, nanos));
        }
    }

    /** Requests a second, in the fastest round. */
    private static double best(EventLoopGroup group, long nanos) {
        double best = 0;
        for (long end = System.nanoTime() + nanos; System.nanoTime() < end; ) {
            long began = System.nanoTime();
            round(group);
            best = Math.max(best, REQUESTS / ((System.nanoTime() - began) / 1e9));
        }
        return best;
    }

    private static void round(EventLoopGroup group) {
        List<CompletableFuture<Long>> answers = new ArrayList<>(REQUESTS);
        for (int i = 0; i < REQUESTS; i++) {
            answers.add(group.submit(request(i)));
        }
        answers.forEach(CompletableFuture::join);
    }

    /** Some computing, and a suspension, again and again. */
    @Async
    private static Coroutine<Long> request(long seed) {
        long hash = seed;
        for (int step = 0; step < STEPS; step++) {
            hash = computed(hash);
            await(yieldNow());
        }
        return done(hash);
    }

    private static long computed(long seed) {
        long hash = seed;
        for (int i = 0; i < WORK; i++) {
            hash = hash * 31 + i;
        }
        return hash;
    }
}
