package dev.javait;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Settings of a loop that is to be made; from {@link EventLoop#builder()}. */
public final class EventLoopBuilder {
    private boolean debug = DebugMode.isDefault();
    private Duration slowStep = Duration.ofMillis(100);
    private LoopClock clock = LoopClock.system();
    private Consumer<? super Unhandled> handler = Reports::log;
    private @Nullable SplittableRandom order;

    EventLoopBuilder() {}

    /**
     * Whether to watch for slow steps and for coroutines that are never awaited; both are logged as warnings. By default as {@code -Djavait.debug} says, or
     * the environment's {@code JAVAIT_DEBUG}. Remembering where coroutines are made is for all loops of the JVM, and takes time.
     */
    public EventLoopBuilder debug(boolean debug) {
        this.debug = debug;
        return this;
    }

    /** How long a step may take before debug mode warns; 100 ms unless set. */
    public EventLoopBuilder slowStep(Duration slowStep) {
        this.slowStep = slowStep;
        return this;
    }

    /** The clock; {@link LoopClock#virtual()} for tests. A clock is for one loop. */
    public EventLoopBuilder clock(LoopClock clock) {
        this.clock = clock;
        return this;
    }

    /** What is told, on the loop's thread, of failures that no code is there to catch; by default they are logged. */
    public EventLoopBuilder onUnhandled(Consumer<? super Unhandled> handler) {
        this.handler = handler;
        return this;
    }

    /**
     * Runs what is ready in a random order, and some of it later than it could: to find out by tests what a program relies on besides its awaits. The same seed gives
     * the same order, as long as the program itself does the same.
     */
    public EventLoopBuilder shuffle(long seed) {
        this.order = new SplittableRandom(seed);
        return this;
    }

    /** A loop for several runs; to be closed. */
    public EventLoop build() {
        return new EventLoop(clock, handler, debugMode(), order, !clock.isVirtual());
    }

    /** One run on a loop of its own, as {@link Javait#run}. */
    public <T extends @Nullable Object> T run(Awaitable<T> main) {
        EventLoop loop = new EventLoop(clock, handler, debugMode(), order, false);
        try (Interrupts watch = Interrupts.watch(loop);
                loop) {
            return loop.run(main, watch);
        }
    }

    private @Nullable DebugMode debugMode() {
        return debug ? new DebugMode(EventLoop.nanos(slowStep)) : null;
    }
}
