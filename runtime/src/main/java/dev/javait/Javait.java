package dev.javait;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The functions of Javait, for {@code import static dev.javait.Javait.*}; asyncio's module-level functions.
 *
 * <p>{@link #await await} and the other words that only an {@link Async} method may use are replaced when the method is compiled. All functions but {@link #run}
 * and the making of coroutines need a running loop, and throw {@link IllegalStateException} on a thread without one; coroutines may be made on any thread.
 *
 * <p>Durations may be negative, which is as zero, and as long as they like: what is more than 292 years is for ever. Tasks and promises that are waited
 * for must be of the running loop; {@link IllegalStateException} says so where one is not.
 */
@SuppressWarnings("DoNotCallSuggester") // javac accepts the words; the transformer replaces the calls
public final class Javait {
    private Javait() {}

    // The words of an @Async method.

    /**
     * Suspends the method until {@code awaitable} is done; Python's {@code await}. What is done already suspends nothing, and nobody else runs.
     *
     * @return what it gives; what it fails with is thrown, that object itself, checked or not
     * @throws CancelledError if the task is cancelled while it waits; so is then the task or promise that it waits for, as in asyncio, unless
     *     {@link #shield} is between
     * @throws IllegalStateException if {@code awaitable} is a coroutine that was awaited before, a task or promise of another loop that is not done, or
     *     the task itself; or if Javait's processor did not compile the method
     */
    public static <T extends @Nullable Object> T await(Awaitable<T> awaitable) {
        throw Unwritten.word("await");
    }

    /**
     * As {@link #await(Awaitable)}. A {@code CompletionException} around the failure is taken off; cancelling the task cancels the stage's future.
     *
     * @throws CancelledError also if the stage's future was cancelled
     * @throws IllegalStateException if Javait's processor did not compile the method
     */
    public static <T extends @Nullable Object> T await(CompletionStage<T> stage) {
        throw Unwritten.word("await");
    }

    /**
     * As {@link #await(Awaitable)}; for what {@link #done(Object)} gives.
     *
     * @throws IllegalStateException if Javait's processor did not compile the method
     */
    public static <T extends @Nullable Object> T await(Done<T> done) {
        throw Unwritten.word("await");
    }

    /** {@code return done(v);} ends an {@link Async} method with a value. Elsewhere, a coroutine and future that has it. Thread-safe. */
    public static <T extends @Nullable Object> Done<T> done(T value) {
        return new Done<>(value);
    }

    /** {@code return done();} ends an {@link Async} method that gives nothing. Thread-safe. */
    public static Done<@Nullable Void> done() {
        return new Done<>(null);
    }

    /**
     * In an async generator, an {@link Async} method that returns an {@link AsyncIterable}: gives its consumer the next element, and waits until it
     * wants another; Python's {@code yield}. A consumer that closes the iterator has the body left here, and its {@code finally} blocks run; a
     * cancelled one closes it if it goes by {@link #awaitEach}.
     *
     * @throws IllegalStateException if Javait's processor did not compile the method
     */
    public static <T extends @Nullable Object> void emit(T value) {
        throw Unwritten.word("emit");
    }

    /**
     * {@code return end();} ends an async generator; Python's {@code return} in one.
     *
     * @throws IllegalStateException if Javait's processor did not compile the method
     */
    public static <T extends @Nullable Object> AsyncIterable<T> end() {
        throw Unwritten.word("end");
    }

    /**
     * {@code for (T x : awaitEach(source))} goes through what may have to be waited for; Python's {@code async for}. When the loop is left early, by {@code break},
     * {@code return} or a failure, the iterator is closed, awaited, before anything else runs; Python leaves that to a collector.
     * A cancelled loop is left by the {@link CancelledError} of the {@link AsyncIterator#moveNext} that was waited for.
     *
     * @throws IllegalStateException if Javait's processor did not compile the method
     */
    public static <T extends @Nullable Object> Iterable<T> awaitEach(AsyncIterable<T> source) {
        throw Unwritten.word("awaitEach");
    }

    /**
     * An async lambda: a coroutine with the lambda's body, which may await and returns its value as any lambda does. Like any coroutine it is lazy and runs
     * once. Checked exceptions of the body come out of the await; javac does not see them there. Python has none: a local {@code async def}.
     *
     * @param body a lambda that is written there, in an {@link Async} method
     * @throws IllegalStateException if Javait's processor did not compile the method
     */
    public static <T extends @Nullable Object> Coroutine<T> async(Callable<T> body) {
        throw Unwritten.word("async(...)");
    }

    /**
     * As {@link #async(Callable)}, of a lambda that returns nothing.
     *
     * @throws IllegalStateException if Javait's processor did not compile the method
     */
    public static Coroutine<@Nullable Void> async(AsyncBlock body) {
        throw Unwritten.word("async(...)");
    }

    // Running.

    /**
     * Runs {@code main} to its end on a new event loop on this thread, then cancels and awaits every task that is left, and closes the loop; asyncio's {@code run}.
     * Ctrl-C, and interrupting the thread, cancels the main task.
     *
     * @return what {@code main} gives; what it fails with comes out as it is
     * @throws IllegalStateException if this thread runs an event loop already
     * @throws CancelledError if the main task was cancelled, by Ctrl-C or an interrupt for instance
     * @throws DeadlockError if nothing can ever wake {@code main}; with a clock that is not virtual, as long as nobody has asked for
     *     {@link EventLoop#current}, since another thread may then hold the loop and wake it
     */
    public static <T extends @Nullable Object> T run(Awaitable<T> main) {
        return EventLoop.builder().run(main);
    }

    /**
     * Makes a task; its first step comes in a turn of the loop of its own, so the caller goes on first; asyncio's {@code create_task}. A task that is
     * cancelled before that never runs.
     */
    public static <T extends @Nullable Object> Task<T> createTask(Awaitable<T> body) {
        return EventLoop.running("createTask").spawn(body, null);
    }

    /** As {@link #createTask(Awaitable)}, with a name for messages and dumps. */
    public static <T extends @Nullable Object> Task<T> createTask(Awaitable<T> body, String name) {
        return EventLoop.running("createTask").spawn(body, name);
    }

    // Waiting.

    /** Waits for {@code duration}; zero and less is {@link #yieldNow()}; asyncio's {@code sleep}. Cancelled, it leaves no timer. */
    public static Coroutine<@Nullable Void> sleep(Duration duration) {
        return new Sleep(LoopClock.nanos(duration));
    }

    /**
     * Lets everything run that is ready, once; asyncio's {@code sleep(0)}. A task that is cancelled meanwhile keeps its place, and gets its error when
     * it goes on.
     */
    public static Coroutine<@Nullable Void> yieldNow() {
        return Yield.NOW;
    }

    /**
     * Waits for {@code awaitable}, for so long at most; asyncio's {@code wait_for}. When the time is up it is cancelled, and waited for until it has ended.
     * Cancelling the awaiter does the same.
     *
     * @param limit null: no limit; zero or less: what is not done already is cancelled
     * @return what {@code awaitable} gives; also if it gives it in spite of being cancelled
     * @throws AsyncTimeoutException from the await, if the time is up
     */
    public static <T extends @Nullable Object> Coroutine<T> waitFor(Awaitable<T> awaitable, @Nullable Duration limit) {
        return new WaitFor<>(awaitable, limit);
    }

    /**
     * Limits the time of a block, {@code try (var t = timeout(d)) { … }}; asyncio's {@code timeout}. When the time is up, the running task is cancelled, and the
     * block throws {@link AsyncTimeoutException}.
     *
     * @param limit null: no limit; zero or less: the block is ended at its first await that waits
     * @throws IllegalStateException outside a task
     */
    public static Timeout timeout(@Nullable Duration limit) {
        return Timeout.enter("timeout", limit);
    }

    /**
     * Something to await in place of {@code awaitable} that may be cancelled without that being cancelled; asyncio's {@code shield}. A coroutine becomes a
     * task at the call. If it fails after its awaiter has left, the loop's handler of unhandled failures is told.
     */
    public static <T extends @Nullable Object> Promise<T> shield(Awaitable<T> awaitable) {
        return Shield.of(awaitable);
    }

    // Several at once.

    /**
     * Runs all of them as tasks and gives their values, in the order of the arguments; asyncio's {@code gather}. If one fails or is cancelled, the awaiter gets that at
     * once, and the others keep running. Cancelling the promise, or a task that awaits it, cancels all that are not done; the awaiter gets
     * its {@link CancelledError} when the first of them has ended by it. What fails after the first failure is not reported. Of nothing it is done at
     * once; what is given twice runs once.
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T extends @Nullable Object> Promise<List<T>> gather(Awaitable<? extends T>... awaitables) {
        return Gathering.values(List.of(awaitables));
    }

    /** As {@link #gather(Awaitable...)}. */
    public static <T extends @Nullable Object> Promise<List<T>> gather(
            Collection<? extends Awaitable<? extends T>> awaitables) {
        return Gathering.values(awaitables);
    }

    /** As {@link #gather(Awaitable...)}, but waits for all of them and gives failures as values; asyncio's {@code gather(return_exceptions=True)}. If it was
     * cancelled, it fails with a {@link CancelledError} when all of them have ended. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T extends @Nullable Object> Promise<List<Outcome<T>>> gatherOutcomes(
            Awaitable<? extends T>... awaitables) {
        return Gathering.outcomes(List.of(awaitables));
    }

    /** As {@link #gatherOutcomes(Awaitable...)}. */
    public static <T extends @Nullable Object> Promise<List<Outcome<T>>> gatherOutcomes(
            Collection<? extends Awaitable<? extends T>> awaitables) {
        return Gathering.outcomes(awaitables);
    }

    /**
     * Waits until one of them is done, in whatever way; asyncio's {@code wait(FIRST_COMPLETED)}. Cancels nothing, also if it is cancelled
     * itself, and throws nothing that they fail with. What is no task is made one, which goes on running.
     *
     * @throws IllegalArgumentException from the await, if there is nothing to wait for
     */
    public static <T extends @Nullable Object> Coroutine<Waited<T>> waitAny(
            Collection<? extends Awaitable<? extends T>> awaitables) {
        return new Waiter<>(WaitMode.ANY, awaitables, null);
    }

    /**
     * As {@link #waitAny(Collection)}, for so long at most; what is not done then is pending. No limit: null; zero or less: no longer than the next
     * turn of the loop.
     */
    public static <T extends @Nullable Object> Coroutine<Waited<T>> waitAny(
            Collection<? extends Awaitable<? extends T>> awaitables, @Nullable Duration limit) {
        return new Waiter<>(WaitMode.ANY, awaitables, limit);
    }

    /** As {@link #waitAny(Collection)}, until all of them are done; asyncio's {@code wait(ALL_COMPLETED)}. */
    public static <T extends @Nullable Object> Coroutine<Waited<T>> waitAll(
            Collection<? extends Awaitable<? extends T>> awaitables) {
        return new Waiter<>(WaitMode.ALL, awaitables, null);
    }

    /** As {@link #waitAll(Collection)}, with a limit as {@link #waitAny(Collection, Duration)} takes it. */
    public static <T extends @Nullable Object> Coroutine<Waited<T>> waitAll(
            Collection<? extends Awaitable<? extends T>> awaitables, @Nullable Duration limit) {
        return new Waiter<>(WaitMode.ALL, awaitables, limit);
    }

    /** As {@link #waitAny(Collection)}, until one fails or all of them are done; asyncio's {@code wait(FIRST_EXCEPTION)}. Being cancelled is no failure. */
    public static <T extends @Nullable Object> Coroutine<Waited<T>> waitFirstFailure(
            Collection<? extends Awaitable<? extends T>> awaitables) {
        return new Waiter<>(WaitMode.FIRST_FAILURE, awaitables, null);
    }

    /** As {@link #waitFirstFailure(Collection)}, with a limit as {@link #waitAny(Collection, Duration)} takes it. */
    public static <T extends @Nullable Object> Coroutine<Waited<T>> waitFirstFailure(
            Collection<? extends Awaitable<? extends T>> awaitables, @Nullable Duration limit) {
        return new Waiter<>(WaitMode.FIRST_FAILURE, awaitables, limit);
    }

    /**
     * Begins all of them as tasks, at the call, to be gone through once, {@code for (var task : awaitEach(asCompleted(…)))}, in the order in which they are done; asyncio's
     * {@code as_completed}. Cancels nothing; a {@code moveNext} that is cancelled takes no task, and the next one goes on from there.
     */
    public static <T extends @Nullable Object> AsyncIterable<Task<T>> asCompleted(
            Collection<? extends Awaitable<? extends T>> awaitables) {
        return asCompleted(awaitables, null);
    }

    /** As {@link #asCompleted(Collection)}; moving on to one that is not done when the time is up fails with {@link AsyncTimeoutException}. No limit: null. */
    public static <T extends @Nullable Object> AsyncIterable<Task<T>> asCompleted(
            Collection<? extends Awaitable<? extends T>> awaitables, @Nullable Duration limit) {
        AsCompleted<T> iterator = new AsCompleted<>(awaitables, limit);
        return () -> iterator;
    }

    // Threads and tasks.

    /**
     * Runs a function that blocks, or that computes for long, on a thread of its own; asyncio's {@code to_thread}. On a virtual thread where the JVM has them, else on
     * a pool of at most 32 threads. The function sees the {@link ContextVar} values of the awaiter. If the awaiter is cancelled
     * it goes on at once; a function that has begun runs on, and its outcome is dropped. The loop waits for it when it closes. One that has not begun never
     * does.
     *
     * @return a coroutine that fails with what {@code function} fails with, that object itself
     */
    public static <T extends @Nullable Object> Coroutine<T> toThread(Callable<T> function) {
        return new ToThread<>(function);
    }

    /** The task whose step runs; null in a plain callback; asyncio's {@code current_task}. */
    public static @Nullable Task<?> currentTask() {
        return EventLoop.running("currentTask").stepping;
    }

    /** The tasks of this loop that are not done, in the order in which they were made; asyncio's {@code all_tasks}. */
    public static Set<Task<?>> allTasks() {
        return new LinkedHashSet<>(EventLoop.running("allTasks").tasks());
    }

    /**
     * Waits for a function that tells its outcome to callbacks: {@code await(fromCallback((done, failed) -> client.send(request, done, failed)))}. The callbacks may be called on
     * any thread, at once too; the first call counts. Cancelling the task does not tell the function, and what it says afterwards is dropped. asyncio
     * has a future and {@code call_soon_threadsafe} for this.
     *
     * @param call calls the function, on the loop's thread, when the coroutine runs; what it throws itself comes out of the await
     */
    public static <T extends @Nullable Object> Coroutine<T> fromCallback(
            BiConsumer<Consumer<T>, Consumer<Throwable>> call) {
        return new FromCallback<>(call);
    }
}
