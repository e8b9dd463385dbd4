package dev.javait;

import dev.javait.frame.AwaitedTrace;
import dev.javait.frame.Driver;
import dev.javait.frame.Frame;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks and callbacks one after another on one thread; asyncio's event loop.
 *
 * <pre>
 *              run                close
 *   IDLE ------------&gt; RUNNING     IDLE -----&gt; CLOSED
 *     ^                  |
 *     `------------------'  its main task is done
 * </pre>
 *
 * <p>{@link #execute}, {@link #submit}, {@link #background} and {@link #builder} may be called on any thread, all else only on the thread that runs the loop, or
 * when none does.
 * What {@link #execute} and {@link #submit} are given runs with the {@link ContextVar} values of the caller.
 */
public final class EventLoop extends Driver implements Executor, AutoCloseable {
    final ReadyQueue ready = new ReadyQueue();
    final Unretrieved unretrieved = new Unretrieved();
    final OpenFutures open = new OpenFutures();
    private final TaskList tasks = new TaskList();
    private final Turns turns;
    private final Consumer<? super Unhandled> handler;
    private final @Nullable DebugMode debug;

    /** Thread locals that tasks carry along; null for none. */
    private final @Nullable Carried carried;

    /** The task whose step it is; null in a callback, old between the two. */
    @Nullable
    Task<?> stepping;

    /** The context of a callback, and of what runs when no task does; a task has its own. */
    private Context context = Context.EMPTY;

    /** That in which main tasks run, one after the other. */
    private Context base = Context.current();

    /** Things under way elsewhere, whose end will wake the loop. */
    int outside;

    /** Those of them that virtual time must not overtake. */
    int busy;

    /** Whether code that Javait does not know of may hold this loop, and so may wake it. */
    private boolean known;

    /** Whether its tasks are being ended, so that what is submitted would be cancelled before it begins. */
    private boolean ending;

    /** Whether its tasks have been ended, and it makes no more. */
    private boolean closing;

    private boolean closed;

    EventLoop(
            LoopClock clock,
            Consumer<? super Unhandled> handler,
            @Nullable DebugMode debug,
            @Nullable SplittableRandom order,
            @Nullable Carried carried,
            boolean known) {
        this.turns = new Turns(this, clock, order);
        this.handler = handler;
        this.debug = debug;
        this.carried = carried;
        this.known = known;
        if (debug != null) {
            watchCoroutines(true);
        }
    }

    // What users call.

    /**
     * The loop that runs on this thread; asyncio's {@code get_running_loop}. As it may be handed to other threads then, which may wake it, it does not
     * fail with {@link DeadlockError} from here on, unless its clock is virtual.
     *
     * @throws IllegalStateException if none does
     */
    public static EventLoop current() {
        EventLoop loop = running("EventLoop.current()");
        loop.known |= !loop.turns.clock.isVirtual();
        return loop;
    }

    /**
     * The loop on which {@link Async} methods that return a future run when they are called outside any loop: on a daemon thread, for as long as the JVM
     * lives. Begins when it is first asked for; {@link #run} and {@link #close} are an {@link IllegalStateException}. Thread-safe. asyncio has no counterpart.
     */
    public static EventLoop background() {
        return Background.loop();
    }

    /**
     * Makes loops with other than the usual settings: those of the program's {@link LoopDefaults}, and what is set here. Thread-safe. asyncio's
     * {@code Runner(…)}.
     */
    public static EventLoopBuilder builder() {
        EventLoopBuilder builder = new EventLoopBuilder();
        FoundDefaults.applyTo(builder);
        return builder;
    }

    /**
     * Runs {@code main} as a task until it is done; asyncio's {@code Runner.run}. Other tasks stay as they are, for the next run or for {@link #close}. Ctrl-C, and
     * interrupting the thread, cancels the task.
     *
     * @return what {@code main} gives; what it fails with comes out as it is
     * @throws IllegalStateException if this thread runs a loop, if another runs this one, or if it is closed
     * @throws DeadlockError if {@code main} can never be done, and the clock is virtual; with another clock, a thread that holds the loop may wake it yet
     */
    public <T extends @Nullable Object> T run(Awaitable<T> main) {
        try (Interrupts watch = Interrupts.watch(this)) {
            return run(main, watch);
        }
    }

    <T extends @Nullable Object> T run(Awaitable<T> main, Interrupts watch) {
        checkCanRun();
        Context outer = captured(Context.EMPTY);
        enter();
        stepping = null;
        try {
            context = base;
            Task<T> task = spawn(main, null);
            turns.stopAfter(task);
            watch.protect(task);
            turns.runUntilStopped(watch);
            base = task.context;
            return task.resultHere(null, AwaitedTrace.NO_TASK);
        } finally {
            leave();
            install(outer);
        }
    }

    /**
     * Has {@code action} run in a turn of this loop; asyncio's {@code call_soon_threadsafe}. Thread-safe. A loop that does not run keeps
     * {@code action} for its next run, or its closing. What it throws, the handler of unhandled failures is told.
     *
     * @throws RejectedExecutionException if the loop is closed
     */
    @Override
    public void execute(Runnable action) {
        if (!post(action)) {
            throw rejected();
        }
    }

    private static RejectedExecutionException rejected() {
        return new RejectedExecutionException("the event loop is closed, and runs nothing any more");
    }

    /**
     * Makes a task of {@code coroutine} in this loop; asyncio's {@code run_coroutine_threadsafe}. Thread-safe.
     *
     * @return a future of its outcome, for any thread; cancelling it cancels the task, and a task that is cancelled cancels it, also one that the loop
     *     cancels when it is closed
     * @throws RejectedExecutionException if the loop is closed
     */
    public <T extends @Nullable Object> CompletableFuture<T> submit(Coroutine<T> coroutine) {
        LoopFuture<T> future = new LoopFuture<>(this);
        execute(() -> {
            if (ending || future.isDone()) {
                drop(coroutine);
                future.cancel(false);
            } else {
                future.follow(spawn(coroutine, null));
            }
        });
        return future;
    }

    /**
     * Has {@code action} run after {@code delay}; asyncio's {@code call_later}. What it throws, the handler of unhandled failures is told.
     *
     * @param delay zero or less: in the next turn
     * @throws IllegalStateException if the loop runs on another thread
     * @throws RejectedExecutionException if the loop is closed
     */
    public TimerHandle schedule(Duration delay, Runnable action) {
        checkThread(this, "schedule");
        if (closing) {
            throw rejected();
        }
        Context caller = owner() == null ? captured(Context.current()) : snapshot();
        return turns.after(LoopClock.nanos(delay), action, caller);
    }

    /** The time of this loop's clock, from its own beginning, to the nanosecond; deadlines are in this time. Never goes back. asyncio's {@code time}. */
    public Duration time() {
        return Duration.ofNanos(turns.clock.nanos());
    }

    /**
     * The tree of all tasks that are not done: each with what it waits for, and where in the source, and below it the tasks that it awaits; tasks that await one
     * another in a ring are named first. Costs nothing until it is called. On the loop's thread; from another one, by {@link #execute}. asyncio's
     * {@code print_call_graph}, of all tasks.
     */
    public String dump() {
        return this + Dump.of(tasks());
    }

    /**
     * Ends the loop: cancels all tasks and waits for them, reports what they fail with, waits for what threads do for them, and closes. Closing twice is
     * no harm. What its tasks fail with is not thrown but told to the handler of unhandled failures. asyncio's {@code Runner.close}.
     *
     * @throws IllegalStateException while it runs, and on a thread that runs another loop
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        checkCanRun();
        Context outer = captured(Context.EMPTY);
        enter();
        stepping = null;
        try {
            ending = true;
            new Shutdown(this).run();
            closing = true;
            open.cancelAll();
            turns.takeNoMore();
            if (debug != null) {
                forEachDroppedNow(Reports::neverAwaited);
                watchCoroutines(false);
            }
            unretrieved.reportAll();
        } finally {
            leave();
            install(outer);
            closed = true;
            turns.clear();
        }
    }

    /** Whether it runs, and where. */
    @Override
    public String toString() {
        Thread owner = owner();
        return closed ? "closed event loop" : owner == null ? "idle event loop" : "event loop on " + owner.getName();
    }

    // What the rest of the library calls.

    /** The loop of this thread, for {@code who} to use. */
    static EventLoop running(String who) {
        if (Driver.current() instanceof EventLoop loop) {
            return loop;
        }
        throw missing(who);
    }

    static IllegalStateException missing(String who) {
        return new IllegalStateException(who
                + " needs an event loop, and this thread runs none: call it from an @Async method, inside run(...)."
                + " If the method that calls it is @Async, " + Unwritten.SET_UP);
    }

    static @Nullable EventLoop runningOrNull() {
        return Driver.current() instanceof EventLoop loop ? loop : null;
    }

    <T extends @Nullable Object> Task<T> spawn(Awaitable<T> awaitable, @Nullable String name) {
        Frame<T> body = awaitable instanceof Frame<T> frame ? frame : new Waiting<>(awaitable);
        Task<T> task = add(body, name);
        ready.add(task);
        return task;
    }

    /** A task that is not queued yet. */
    private <T extends @Nullable Object> Task<T> add(Frame<T> body, @Nullable String name) {
        if (closing) {
            throw new IllegalStateException("the event loop is closed; nothing would run a task any more");
        }
        Task<T> task = new Task<>(this, body, name, tasks.nextNumber());
        tasks.add(task);
        return task;
    }

    /** A task whose first step is made here, in the middle of what runs; Python's {@code eager_start}. If the stack is too deep, it is queued as any other. */
    @Override
    protected <T extends @Nullable Object> CompletableFuture<T> startNow(Frame<T> body) {
        Task<T> task = add(body, null);
        Task<?> outer = stepping;
        if (!amid(task::step)) {
            ready.add(task);
        }
        stepping = outer;
        install(context());
        return task.toCompletableFuture();
    }

    /** What to wait for instead of {@code awaitable}: that itself if it is a task or promise of this loop, else a task. */
    @SuppressWarnings("unchecked")
    <T extends @Nullable Object> Completion<T> completionOf(Awaitable<? extends T> awaitable) {
        if (awaitable instanceof Completion<? extends T> completion) {
            checkOwn(completion);
            return (Completion<T>) completion;
        }
        return (Completion<T>) spawn(awaitable, null);
    }

    /** As {@link #completionOf}, but a task for a promise too. */
    @SuppressWarnings("unchecked")
    <T extends @Nullable Object> Task<T> taskOf(Awaitable<? extends T> awaitable) {
        if (awaitable instanceof Task<? extends T> task) {
            checkOwn(task);
            return (Task<T>) task;
        }
        return (Task<T>) spawn(awaitable, null);
    }

    /** The tasks that are not done, in the order in which they were made; asyncio's {@code all_tasks(loop)}. On the loop's thread, or while it does not run. */
    public List<Task<?>> tasks() {
        return tasks.all();
    }

    void ended(Task<?> task) {
        tasks.remove(task);
    }

    /** As {@link #execute}; false if the loop is closed. Thread-safe. */
    boolean post(Runnable action) {
        if (owner() == Thread.currentThread()) {
            ready.add(Handle.of(snapshot(), action));
            return true;
        }
        return turns.post(Handle.of(captured(Context.current()), action));
    }

    TimerHandle after(long nanos, Runnable action) {
        return turns.after(nanos, action, snapshot());
    }

    /** Calls {@code action} at a time; one that is past, as soon as what is ready has run. */
    TimerHandle at(long when, Runnable action) {
        return turns.at(when, action, snapshot());
    }

    /** The time in so many nanoseconds. */
    long deadline(long nanos) {
        return turns.deadline(nanos);
    }

    void checkThread(Object subject, String action) {
        Thread owner = owner();
        if (owner != null && owner != Thread.currentThread()) {
            throw new IllegalStateException(action + " of " + subject + " on " + Thread.currentThread()
                    + ", but its event loop runs on " + owner + "; use loop.execute(() -> ...) to get there");
        }
    }

    private void checkOwn(Completion<?> completion) {
        if (completion.loop != this) {
            throw new IllegalStateException(
                    completion + " belongs to another event loop; only tasks of that loop can await it");
        }
    }

    void unhandled(String message, Throwable error, @Nullable Object source) {
        Reports.tell(handler, new Unhandled(message, error, source));
    }

    void reportDropped() {
        forEachDropped(Reports::neverAwaited);
    }

    /** Gives up a coroutine that will not be awaited, and that is as it should be. */
    void drop(Awaitable<?> awaitable) {
        if (awaitable instanceof Frame<?> frame) {
            abandon(frame);
        }
    }

    // Frames.

    /** A reference is written only where it changes, here and in what a step does besides: each costs the garbage collector's barrier. */
    void enter(Task<?> task) {
        if (stepping != task) {
            stepping = task;
        }
        install(task.context);
    }

    /** The context of what runs. */
    Context context() {
        Task<?> task = stepping;
        return task == null ? context : task.context;
    }

    void setContext(Context context) {
        Task<?> task = stepping;
        if (task == null) {
            this.context = context;
        } else {
            task.context = context;
        }
    }

    /** The context of what runs, for what it makes. */
    Context snapshot() {
        capture();
        return context();
    }

    /** Has the context of what runs hold what this thread has in thread locals that are carried. */
    void capture() {
        if (carried != null) {
            setContext(carried.capture(context()));
        }
    }

    /** {@code context}, with what this thread has in thread locals that are carried. Thread-safe. */
    Context captured(Context context) {
        return carried == null ? context : carried.capture(context);
    }

    /** Gives this thread what {@code context} has for thread locals that are carried. Thread-safe. */
    void install(Context context) {
        if (carried != null) {
            carried.install(context);
        }
    }

    @Nullable
    Object resume(@Nullable Frame<?> frame, @Nullable Object value, @Nullable Throwable error) throws Throwable {
        return advance(frame, value, error);
    }

    @Nullable
    Object resume(LeafTurn turn, @Nullable Frame<?> frame, @Nullable Throwable error) throws Throwable {
        return advance(turn, frame, error);
    }

    @Nullable
    Object begin(@Nullable Frame<?> frame, @Nullable Throwable error) throws Throwable {
        return first(frame, error);
    }

    @Nullable
    Frame<?> suspended() {
        return innermost();
    }

    List<Coroutine<@Nullable Void>> closesOfGenerators() {
        return closeGenerators();
    }

    List<StackTraceElement> stackOf(@Nullable LeafTurn turn, @Nullable Frame<?> innermost) {
        return stack(turn, innermost);
    }

    @Override
    protected @Nullable Object await(Awaitable<?> awaitable) throws Throwable {
        if (awaitable instanceof Completion<?> completion) {
            return await(completion);
        }
        if (awaitable == Yield.NOW) {
            ready.add(steppingTask());
            return suspendLeaf();
        }
        if (awaitable instanceof Done<?> done) {
            return done.join();
        }
        Coroutine<?> coroutine = awaitable.toCoroutine();
        if (coroutine instanceof Frame<?> frame) {
            return start(frame);
        }
        if (coroutine == null || coroutine == awaitable) {
            throw new IllegalStateException("cannot await " + awaitable + ": its toCoroutine() gave "
                    + (coroutine == null ? "null" : "no coroutine that an @Async method made"));
        }
        return await(coroutine);
    }

    private @Nullable Object await(Completion<?> completion) throws Throwable {
        if (completion.isDone()) {
            return completion.resultHere(this, Task.numberOf(stepping));
        }
        Task<?> task = steppingTask();
        checkOwn(completion);
        if (completion == task) {
            throw new IllegalStateException(task + " cannot await itself; its method ends by returning");
        }
        task.waitFor(completion);
        return suspendLeaf();
    }

    /** Has the running task wait for something new of this loop. */
    Object waitFor(Promise<?> promise) {
        steppingTask().waitFor(promise);
        return suspendLeaf();
    }

    @Override
    protected @Nullable Object awaitStage(CompletionStage<?> stage) throws Throwable {
        CompletableFuture<?> future = StagePromise.futureOf(stage);
        return future.isDone()
                ? StagePromise.take(future, this, Task.numberOf(stepping))
                : await((Completion<?>) StagePromise.of(this, future));
    }

    private Task<?> steppingTask() {
        Task<?> task = stepping;
        if (task == null) {
            throw new IllegalStateException("await in a callback: only a task can wait; use createTask(...) there");
        }
        return task;
    }

    // Running.

    private void checkCanRun() {
        if (closed) {
            throw new IllegalStateException("the event loop is closed; make another one");
        }
        EventLoopBuilder.checkNoneRuns();
        if (owner() != null) {
            throw new IllegalStateException(this + " runs already; use submit(...) to run a coroutine there");
        }
    }

    /** Makes this thread the loop's, for good. */
    void runForever() {
        enter();
        turns.runUntilStopped(null);
    }

    /** For {@link Turns}: runs what is next. */
    void runNext(Object taskOrHandle) {
        if (debug == null) {
            runOne(taskOrHandle);
        } else {
            debug.run(this, taskOrHandle);
        }
    }

    /** For {@link Turns}: a turn is over. */
    void turned() {
        if (!unretrieved.isEmpty()) {
            stepping = null;
            unretrieved.reportCollected();
        }
    }

    /** For {@link Turns}: whether something else than a timer may have it go on. */
    boolean mayBeWoken() {
        return outside != 0 || known;
    }

    /** The one place from which tasks and callbacks run. */
    void runOne(Object taskOrHandle) {
        if (taskOrHandle instanceof Task<?> task) {
            task.step();
            return;
        }
        Handle handle = (Handle) taskOrHandle;
        stepping = null;
        context = handle.context;
        install(handle.context);
        try {
            handle.run();
        } catch (Throwable failure) {
            unhandled("a callback failed", failure, handle.source());
        }
    }

    /** For {@link Shutdown}. */
    Turns turns() {
        return turns;
    }

    /** The thread that runs it, or null. */
    @Nullable
    Thread thread() {
        return owner();
    }
}
