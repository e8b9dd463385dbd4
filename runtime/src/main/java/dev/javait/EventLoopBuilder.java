package dev.javait;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a loop that is to be made; from {@link EventLoop#builder()}. Used by one thread, whichever that is. asyncio's {@code Runner(…)}, and what
 * its loops are told by {@code set_debug} and the like.
 */
public final class EventLoopBuilder {
    private boolean debug = DebugMode.isDefault();
    private Duration slowStep = Duration.ofMillis(100);
    private LoopClock clock = LoopClock.system();
    private Consumer<? super Unhandled> handler = Reports::log;
    private @Nullable SplittableRandom order;

    private @Nullable Carried carried;

    EventLoopBuilder() {}

    /**
     * Whether to watch for slow steps and for coroutines that are never awaited; both are logged as warnings. Unless set, on if the property
     * {@code javait.debug} is set to anything but {@code false}; where it is not set, if the environment's {@code JAVAIT_DEBUG} is not empty. Remembering
     * where coroutines are made is for all loops of the JVM, and takes time. asyncio's {@code debug}.
     */
    public EventLoopBuilder debug(boolean debug) {
        this.debug = debug;
        return this;
    }

    /** How long a step may take before debug mode warns; 100 ms unless set, every step if it is zero or less. asyncio's {@code slow_callback_duration}. */
    public EventLoopBuilder slowStep(Duration slowStep) {
        this.slowStep = slowStep;
        return this;
    }

    /**
     * The clock; {@link LoopClock#virtual()} for tests. A virtual clock is for one loop: where two have it, the waiting of each makes time pass for the other,
     * and on two threads it is not safe. asyncio has no counterpart.
     */
    public EventLoopBuilder clock(LoopClock clock) {
        this.clock = clock;
        return this;
    }

    /** What is told, on the loop's thread, of failures that no code is there to catch; by default they are logged. A handler that
     * fails is logged, with what it was told. asyncio's {@code set_exception_handler}. */
    public EventLoopBuilder onUnhandled(Consumer<? super Unhandled> handler) {
        this.handler = handler;
        return this;
    }

    /**
     * Runs what is ready in a random order, and some of it later than it could: to find out by tests what a program relies on besides its awaits. The same seed gives
     * the same order, as long as the program itself does the same. asyncio has no counterpart.
     */
    public EventLoopBuilder shuffle(long seed) {
        this.order = new SplittableRandom(seed);
        return this;
    }

    /** Has tasks carry {@code local} along, as they do a {@link ContextVar}; as {@link #threadLocal(Supplier, Consumer)}. */
    public <T> EventLoopBuilder threadLocal(ThreadLocal<@Nullable T> local) {
        return threadLocal(local::get, value -> {
            if (value == null) {
                local.remove();
            } else {
                local.set(value);
            }
        });
    }

    /**
     * Has tasks carry along what other libraries keep in a thread local, such as a logger's context: a task begins with what its creator had, has its own from then on, and
     * shares it with coroutines that it awaits directly; callbacks and {@link Javait#toThread} have that of the moment when they were made. A main task begins with what
     * its thread has, which the thread has again after the run. asyncio has no counterpart.
     *
     * @param get gives this thread's value, null for none; asked at the end of each step and whenever a task or callback is made. What it gave must not change later. Must not fail
     * @param set makes a value this thread's, null: removes it. Called at the beginning of each step. Must not fail
     */
    public <T> EventLoopBuilder threadLocal(Supplier<? extends @Nullable T> get, Consumer<? super @Nullable T> set) {
        this.carried = Carried.and(carried, get, set);
        return this;
    }

    /**
     * A loop for several runs, on this thread or another; to be closed. As other threads may hold it and wake it, it waits where it would fail with
     * {@link DeadlockError}, unless its clock is virtual. asyncio's {@code new_event_loop}.
     */
    public EventLoop build() {
        return new EventLoop(clock, handler, debugMode(), order, carried, !clock.isVirtual());
    }

    /** One run on a loop of its own, as {@link Javait#run}, also in what it throws and in what cancels it. */
    public <T extends @Nullable Object> T run(Awaitable<T> main) {
        checkNoneRuns();
        EventLoop loop = new EventLoop(clock, handler, debugMode(), order, carried, false);
        try (Interrupts watch = Interrupts.watch(loop);
                loop) {
            return loop.run(main, watch);
        }
    }

    static void checkNoneRuns() {
        if (EventLoop.runningOrNull() != null) {
            throw new IllegalStateException(
                    "this thread runs an event loop already; await the coroutine, or make a task of it with createTask(...)");
        }
    }

    private @Nullable DebugMode debugMode() {
        return debug ? new DebugMode(LoopClock.nanos(slowStep)) : null;
    }
}
