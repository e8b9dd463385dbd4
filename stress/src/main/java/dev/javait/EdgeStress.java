package dev.javait;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZZ_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Futures between a loop and other threads: done once, and cancelled on both sides or on none. */
final class EdgeStress {
    private EdgeStress() {}

    @JCStressTest
    @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "cancelled")
    @Outcome(id = "false, false", expect = ACCEPTABLE, desc = "the value was there first")
    @State
    public static class OneWhoCompletesAndOneWhoCancels {
        private final EventLoop loop = EventLoop.builder().build();
        private final LoopFuture<Integer> future = new LoopFuture<>(loop);

        @Actor
        public void loop() {
            future.complete(1);
        }

        @Actor
        public void canceller(ZZ_Result result) {
            result.r1 = future.cancel(false);
        }

        @Arbiter
        public void outcome(ZZ_Result result) {
            result.r2 = future.isCancelled();
        }
    }

    @JCStressTest
    @Outcome(id = "true, true, true", expect = ACCEPTABLE, desc = "the task is cancelled, and so is its future")
    @State
    public static class OneWhoCancelsAndALoopThatRuns {
        private final EventLoop loop = EventLoop.builder().build();
        private final CompletableFuture<Void> future = loop.submit(Javait.sleep(Duration.ofHours(1)));

        @Actor
        public void loop() {
            loop.run(Javait.yieldNow());
        }

        @Actor
        public void canceller(ZZZ_Result result) {
            result.r1 = future.cancel(false);
        }

        @Arbiter
        public void outcome(ZZZ_Result result) {
            loop.run(Javait.yieldNow());
            loop.run(Javait.yieldNow());
            result.r2 = loop.tasks().isEmpty();
            loop.close();
            result.r3 = future.isCancelled();
        }
    }

    @JCStressTest
    @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "taken, and its future has ended")
    @Outcome(id = "false, false", expect = ACCEPTABLE, desc = "refused")
    @State
    public static class OneWhoSubmitsAndALoopThatIsClosed {
        private final EventLoop loop = EventLoop.builder().build();
        private CompletableFuture<Void> future;

        @Actor
        public void submitter(ZZ_Result result) {
            try {
                future = loop.submit(Javait.sleep(Duration.ofHours(1)));
                result.r1 = true;
            } catch (RejectedExecutionException closed) {
                result.r1 = false;
            }
        }

        @Actor
        public void closer() {
            loop.close();
        }

        @Arbiter
        public void outcome(ZZ_Result result) {
            result.r2 = future != null && future.isDone();
        }
    }
}
