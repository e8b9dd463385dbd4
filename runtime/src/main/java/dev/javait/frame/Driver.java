package dev.javait.frame;

import dev.javait.Awaitable;
import dev.javait.Coroutine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The part of an event loop that runs frames. A driver belongs to one thread while its loop runs, and runs one chain of frames at a time: that
 * of the task whose step it is.
 *
 * <p>Two rules keep every chain safe, however long it is:
 *
 * <ol>
 *   <li>An awaited frame starts on its awaiter's Java stack, up to {@link #DEPTH_LIMIT} frames. One more is not started: it is
 *       {@link #deferred}, counts as suspended, and is started by {@link #advance} when the stack has unwound. No trip through the ready queue,
 *       so the order of events is the same.
 *   <li>A frame that ends goes back to {@link #advance}, which resumes the frame that awaits it. No frame calls its awaiter.
 * </ol>
 *
 * An awaited method that can be known runs without a frame, {@linkplain #direct directly}, and makes one when it has to wait. Of rule 1 that changes
 * nothing: such calls count as frames, and the one beyond the limit is not direct. A call that throws is not counted back, which makes the limit lower
 * until {@link #advance} starts anew; there it does no harm.
 *
 * <p>A frame that returns SUSPENDED without having called {@link Frame#suspend} left by a tail call: whatever it was about to wait for gets the
 * awaiter that it had. On the Java stack that comes about by itself; in {@link #advance} it is done by hand.
 */
public abstract class Driver {
    static final int DEPTH_LIMIT = 256;

    /**
     * The driver that was entered last on a thread that is no {@link LoopThread}; right whenever its owner is the thread that asks, which only that thread can have
     * written.
     */
    private static @Nullable Driver last;

    private static final ThreadLocal<@Nullable Driver> DRIVERS = new ThreadLocal<>();

    private @Nullable Thread owner;

    /** Frames that were started on one another's Java stack, under those of the chains in whose middle this one runs. */
    private int depth;

    /** What {@link #depth} was when the task began in whose middle this one runs; mostly 0. */
    private int base;

    /**
     * While the stack unwinds: the frame that suspended last and has no awaiter yet; null if that is the thing at the very end. Old when the frame that
     * {@link #advance} runs has suspended: nothing on the stack awaits that one.
     */
    @Nullable
    Frame<?> unlinked;

    /** The frame to go on with when what the task waits for is done; null if the task waits without a frame. */
    @Nullable
    Frame<?> innermost;

    /** What waits for the frame that {@link #advance} is running; it is not on the Java stack. Old when that has returned. */
    private @Nullable Frame<?> outer;

    /** A frame to be started when the stack has unwound. */
    private @Nullable Frame<?> deferred;

    /** The method that is to run directly when it is called next, by its {@link #number}; 0: none is. */
    private long expected;

    /** An object on its way from one method to another: the result of a body that has run directly, mostly. */
    private @Nullable Object result;

    /** The result of the body that ended last, if that is a number. */
    long bits;

    /** Generators that have begun and not ended, the youngest first. */
    private @Nullable GeneratorFrame<?> generators;

    /** For the event loop. */
    protected Driver() {}

    /** Begins to await something that is not a frame. */
    protected abstract @Nullable Object await(Awaitable<?> awaitable) throws Throwable;

    /** Begins to await a stage. */
    protected abstract @Nullable Object awaitStage(CompletionStage<?> stage) throws Throwable;

    /** Makes the first step of a new task before it returns, where the Java stack allows that. */
    protected abstract <T extends @Nullable Object> CompletableFuture<T> startNow(Frame<T> frame);

    /** The driver that this thread runs, or null. */
    protected static @Nullable Driver current() {
        Driver driver = last;
        return driver != null && driver.owner == Thread.currentThread() ? driver : other();
    }

    /** The driver that this thread runs, if another thread has entered one since. */
    private static @Nullable Driver other() {
        return Thread.currentThread() instanceof LoopThread thread ? thread.driver : DRIVERS.get();
    }

    static Driver here() {
        Driver driver = current();
        if (driver == null) {
            throw new IllegalStateException(
                    "await on a thread that runs no event loop; a coroutine runs in run(...) or in a task");
        }
        return driver;
    }

    /** Makes this the driver of the current thread. */
    protected final void enter() {
        owner = Thread.currentThread();
        if (owner instanceof LoopThread thread) {
            thread.driver = this;
        } else {
            DRIVERS.set(this);
            last = this;
        }
    }

    /** Ends what {@link #enter} began. */
    protected final void leave() {
        owner = null;
        if (Thread.currentThread() instanceof LoopThread thread) {
            thread.driver = null;
        } else {
            DRIVERS.remove();
        }
        if (last == this) {
            last = null;
        }
    }

    /** The thread that is between {@link #enter} and {@link #leave}, or null. */
    protected final @Nullable Thread owner() {
        return owner;
    }

    /**
     * Makes a step of another task in the middle of the one that runs, and then has that one as it was. Frames of both are on the Java stack, so the step's
     * are counted on top.
     *
     * @return false if there are too many already; then the step was not made
     */
    protected final boolean amid(Runnable step) {
        if (depth >= 2 * DEPTH_LIMIT) {
            return false;
        }
        int outerBase = base;
        int outerDepth = depth;
        Frame<?> outerUnlinked = unlinked;
        Frame<?> outerInnermost = innermost;
        Frame<?> outerDeferred = deferred;
        Frame<?> outerOuter = outer;
        // a finally block may call it while a result is on its way
        long outerBits = bits;
        Object outerResult = result;
        base = outerDepth;
        deferred = null;
        try {
            step.run();
        } finally {
            base = outerBase;
            depth = outerDepth;
            unlinked = outerUnlinked;
            innermost = outerInnermost;
            deferred = outerDeferred;
            outer = outerOuter;
            bits = outerBits;
            result = outerResult;
        }
        return true;
    }

    /** Whether what runs has perhaps been called by a frame, and not by {@link #advance}. */
    final boolean isDeep() {
        return depth != base + 1;
    }

    /** What a leaf returns after it has arranged for the running task to be woken. */
    protected final Object suspendLeaf() {
        if (unlinked != null) {
            unlinked = null;
        }
        return Await.SUSPENDED;
    }

    /** The frame that {@link #advance} is to be called with when the thing that the last step came to wait for is done. */
    protected final @Nullable Frame<?> innermost() {
        return innermost;
    }

    /** Runs an awaited frame on the stack of the one that awaits it. */
    protected final @Nullable Object start(Frame<?> frame) throws Throwable {
        if (frame.state != Frame.FRESH) {
            throw frame.misused();
        }
        if (Made.watching) {
            Made.started(frame);
        }
        int before = depth;
        if (before >= DEPTH_LIMIT) {
            deferred = frame;
            unlinked = frame;
            return Await.SUSPENDED;
        }
        depth = before + 1;
        frame.state = Frame.RUNNING;
        try {
            Object value = frame.resume(this, Frame.FRESH, null, null);
            if (frame.state == Frame.RUNNING) {
                frame.state = Frame.DONE;
            }
            return value;
        } catch (Throwable failure) {
            frame.state = Frame.DONE;
            throw failure;
        } finally {
            depth = before;
        }
    }

    /**
     * The number that stands for a method: FNV-1a of all that names it, so that separately compiled classes agree on it; never 0. The linker has the same.
     *
     * @param name the internal name of its class, a dot, its own name and its descriptor
     */
    public static long number(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return hash == 0 ? 1 : hash;
    }

    /**
     * Has the next call run its body directly, if it is one of the method with this number. To be called when all arguments are evaluated, so that nothing
     * comes between.
     *
     * @see #direct
     */
    public final void expect(long method) {
        if (depth < DEPTH_LIMIT) {
            expected = method;
        }
    }

    /**
     * The same for a method that may be overridden: only if {@code receiver} is a {@code type}, and no subclass of it. An overriding method might call the
     * one with this number and do with its coroutine what it likes.
     */
    public static void expect(@Nullable Object receiver, Driver driver, Class<?> type, long method) {
        if (receiver != null && receiver.getClass() == type) {
            driver.expect(method);
        }
    }

    /** The call that was expected was none of that method, or never got there. */
    public final void expectNothing() {
        expected = 0;
    }

    /**
     * Whether the body of a method is to run at once, without a frame, because its caller does nothing but await it. Then the method returns what
     * {@link #passed} makes of the body's result.
     *
     * @param method the number of the method that asks
     * @return what drives the call, or null: the method makes a coroutine
     */
    public static @Nullable Driver direct(long method) {
        Driver driver = current();
        if (driver == null || driver.expected != method) {
            return null;
        }
        driver.expected = 0;
        return driver;
    }

    /**
     * Counts a call that runs directly.
     *
     * @return how many there were before, for {@link #passed}: a processor that keeps the number in a register does not wait for memory twice a call
     */
    public final int deeper() {
        int before = depth;
        depth = before + 1;
        return before;
    }

    /** What a method returns whose body has run directly and has given {@code value}. */
    public static Coroutine<?> passed(@Nullable Object value, Driver driver, int depth) {
        driver.depth = depth;
        // that it is one of these is known from here on to the just-in-time compiler, which does not ask again
        if (value == Passed.LONG) {
            return Passed.LONG;
        }
        if (value == Passed.INT) {
            return Passed.INT;
        }
        return passed(value, driver);
    }

    /** The same for a method of the library, which awaits nothing but a leaf and so was not counted. */
    public static Coroutine<?> passed(@Nullable Object value, Driver driver) {
        if (value instanceof Passed passed) {
            return passed;
        }
        driver.keepResult(value);
        return Passed.OBJECT;
    }

    final void keepResult(@Nullable Object value) {
        if (value != null) {
            result = value;
        }
    }

    final @Nullable Object takeResult() {
        Object taken = result;
        if (taken != null) {
            result = null;
        }
        return taken;
    }

    /** Runs a generator from where it stopped, on the stack of the frame that moves or closes it. That one was counted against the limit already. */
    final @Nullable Object again(GeneratorFrame<?> generator, int state, @Nullable Throwable signal) throws Throwable {
        int before = depth;
        depth = before + 1;
        generator.state = Frame.RUNNING;
        try {
            return generator.resume(this, state, null, signal);
        } finally {
            depth = before;
        }
    }

    final void remember(GeneratorFrame<?> generator) {
        GeneratorFrame<?> older = generators;
        if (older != null) {
            older.before = generator;
            generator.after = older;
        }
        generators = generator;
    }

    final void forget(GeneratorFrame<?> generator) {
        GeneratorFrame<?> younger = generator.before;
        GeneratorFrame<?> older = generator.after;
        if (younger != null) {
            younger.after = older;
        } else if (generators == generator) {
            generators = older;
        }
        if (older != null) {
            older.before = younger;
        }
        generator.before = null;
        generator.after = null;
    }

    /** Forgets the generators that have begun and not ended, and gives what closes them: in the order in which they began. */
    protected final List<Coroutine<@Nullable Void>> closeGenerators() {
        List<Coroutine<@Nullable Void>> closes = new ArrayList<>();
        for (GeneratorFrame<?> generator = generators; generator != null; generator = generators) {
            forget(generator);
            closes.add(0, generator.close());
        }
        return closes;
    }

    /**
     * The first step of a task.
     *
     * @param error what the task is to fail with before its body has run, or null
     */
    protected final @Nullable Object first(@Nullable Frame<?> frame, @Nullable Throwable error) throws Throwable {
        if (frame == null || frame.state != Frame.FRESH) {
            throw frame == null ? new IllegalStateException("a task without a body") : frame.misused();
        }
        if (Made.watching) {
            Made.started(frame);
        }
        if (error != null) {
            frame.state = Frame.DONE;
            throw error;
        }
        return advance(frame, null, null);
    }

    /**
     * Runs a chain of frames, the innermost first, until it must wait or its outermost frame has ended.
     *
     * @param frame the frame to resume; null if the chain is empty, and then the value or error is the outcome
     * @param value what it waited for
     * @param error what that failed with, or null
     * @return the outermost frame's result, or {@link Await#SUSPENDED}
     * @throws Throwable what the outermost frame failed with
     */
    protected final @Nullable Object advance(
            @Nullable Frame<?> frame, @Nullable Object value, @Nullable Throwable error) throws Throwable {
        depth = base + 1;
        Throwable traced = null;
        while (frame != null) {
            if (error != null && error != traced) {
                Traces.complete(error, frame);
                traced = error;
            }
            int state = frame.state;
            Frame<?> awaiter = frame.awaiter;
            setOuter(awaiter);
            frame.state = Frame.RUNNING;
            try {
                value = frame.resume(this, state, value, error);
                error = null;
                if (value == Await.SUSPENDED) {
                    if (frame.state == Frame.RUNNING) {
                        leftByTailCall(frame, awaiter);
                    }
                    Frame<?> next = deferred;
                    if (next == null) {
                        return Await.SUSPENDED;
                    }
                    deferred = null;
                    frame = next;
                    value = null;
                    continue;
                }
            } catch (Throwable failure) {
                expected = 0;
                value = null;
                error = failure;
            }
            frame.state = Frame.DONE;
            frame.awaiter = null;
            frame = awaiter;
        }
        if (error != null) {
            if (error != traced) {
                Traces.complete(error, null);
            }
            throw error;
        }
        return Await.value(this, value);
    }

    /**
     * Runs a chain of frames as {@link #advance(Frame, Object, Throwable)} does, after a wait for a leaf.
     *
     * @param frame what waits for the leaf, or null
     * @param error what the wait ended with, or null
     */
    protected final @Nullable Object advance(Leaf leaf, @Nullable Frame<?> frame, @Nullable Throwable error)
            throws Throwable {
        if (error != null) {
            Traces.complete(error, leaf.location(), frame);
        }
        Object value = null;
        Throwable failure = null;
        try {
            value = leaf.arrive(error);
        } catch (Throwable thrown) {
            failure = thrown;
        }
        if (value == Await.SUSPENDED) {
            innermost = frame;
            return value;
        }
        return advance(frame, value, failure);
    }

    /** Writes only what changes, for the sake of the garbage collector's barrier. */
    private void setOuter(@Nullable Frame<?> awaiter) {
        if (outer != awaiter) {
            outer = awaiter;
        }
    }

    final @Nullable Frame<?> outer() {
        return outer;
    }

    private void leftByTailCall(Frame<?> frame, @Nullable Frame<?> awaiter) {
        frame.state = Frame.DONE;
        frame.awaiter = null;
        Frame<?> next = unlinked;
        if (next == null) {
            innermost = awaiter;
        } else {
            next.awaiter = awaiter;
        }
    }

    /** Marks a coroutine that will not be awaited. */
    protected static void abandon(Frame<?> frame) {
        if (frame.state == Frame.FRESH) {
            frame.state = Frame.DONE;
            if (Made.watching) {
                Made.started(frame);
            }
        }
    }

    /** Begins or ends to have coroutines remembered until they are started; as often ended as begun. */
    protected static void watchCoroutines(boolean begin) {
        Made.watch(begin);
    }

    /** Hands over the coroutines that were dropped without having been started: what each was, and where it was made. */
    protected static void forEachDropped(BiConsumer<String, Throwable> report) {
        Made.forEachDropped(report);
    }

    /** As {@link #forEachDropped}, but has the garbage collector look for them first. */
    protected static void forEachDroppedNow(BiConsumer<String, Throwable> report) {
        Made.forEachDroppedNow(report);
    }

    /** Where a suspended chain of frames waits, and the leaf at its end, if there is one; the innermost place first, at most {@link Traces#LIMIT} places. */
    protected static List<StackTraceElement> stack(@Nullable Leaf leaf, @Nullable Frame<?> innermost) {
        return Traces.places(leaf == null ? null : leaf.location(), innermost);
    }
}
