package dev.javait;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.ZI_Result;

/** Handles that threads post: each is taken once, in its thread's order, also when the inbox is closed meanwhile. */
final class InboxStress {
    private InboxStress() {}

    private static Handle handle() {
        return Handle.of(Context.EMPTY, () -> {});
    }

    @JCStressTest
    @Outcome(id = "3, 1", expect = ACCEPTABLE, desc = "all of them, the first of a thread before its second")
    @State
    public static class TwoPostersAndOneWhoTakes {
        private final Inbox inbox = new Inbox();
        private final ReadyQueue ready = new ReadyQueue();
        private final Handle first = handle();
        private final Handle second = handle();

        @Actor
        public void poster() {
            inbox.post(first);
            inbox.post(second);
        }

        @Actor
        public void other() {
            inbox.post(handle());
        }

        @Actor
        public void loop() {
            inbox.drainTo(ready);
        }

        @Arbiter
        public void rest(II_Result result) {
            inbox.drainTo(ready);
            result.r1 = ready.size();
            int firstAt = -1;
            int secondAt = -1;
            for (int i = 0; i < result.r1; i++) {
                Object next = ready.take();
                firstAt = next == first ? i : firstAt;
                secondAt = next == second ? i : secondAt;
            }
            result.r2 = firstAt >= 0 && firstAt < secondAt ? 1 : 0;
        }
    }

    @JCStressTest
    @Outcome(id = "true, 1", expect = ACCEPTABLE, desc = "taken, and handed over")
    @Outcome(id = "false, 0", expect = ACCEPTABLE, desc = "refused")
    @State
    public static class PosterAndOneWhoCloses {
        private final Inbox inbox = new Inbox();
        private final ReadyQueue ready = new ReadyQueue();

        @Actor
        public void poster(ZI_Result result) {
            result.r1 = inbox.post(handle());
        }

        @Actor
        public void closer() {
            inbox.closeTo(ready);
        }

        @Arbiter
        public void count(ZI_Result result) {
            result.r2 = ready.size();
        }
    }

    @JCStressTest
    @Outcome(id = "1", expect = ACCEPTABLE, desc = "the sleeper finds what was posted")
    @State
    public static class PosterAndOneWhoSleeps {
        private static final long MUCH_TOO_LONG = 2_000_000_000;

        private final Sleeper sleeper = new Sleeper();
        private final LoopClock clock = LoopClock.system();

        @Actor
        public void poster() {
            sleeper.post(handle());
        }

        @Actor
        public void loop(I_Result result) {
            sleeper.sleep(clock, clock.nanos() + MUCH_TOO_LONG);
            ReadyQueue ready = new ReadyQueue();
            sleeper.inbox.drainTo(ready);
            result.r1 = ready.size();
        }
    }
}
