package dev.javait;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The functions of Javait, for {@code import static dev.javait.Javait.*}; asyncio's module-level functions.
 *
 * <p>{@link #await await} and the other words that only an {@link Async} method may use are replaced when the method is compiled. All functions but {@link #run}
 * and the making of coroutines need a running loop, and throw {@link IllegalStateException} on a thread without one.
 */
@SuppressWarnings("DoNotCallSuggester") // javac accepts the words; the transformer replaces the calls
public final class Javait {
    private Javait() {}

    // ---- the words of an @Async method

    /**
     * Suspends the method until {@code awaitable} is done.
     *
     * @return what it gives; what it fails with is thrown, that object itself, checked or not
     * @throws CancelledError if the task is cancelled while it waits
     */
    public static <T extends @Nullable Object> T await(Awaitable<T> awaitable) {
        throw Unwritten.word("await");
    }

    /** As {@link #await(Awaitable)}. A {@code CompletionException} around the failure is taken off; cancelling the task cancels the stage's future. */
    public static <T extends @Nullable Object> T await(CompletionStage<T> stage) {
        throw Unwritten.word("await");
    }

    /** As {@link #await(Awaitable)}; for what {@link #done(Object)} gives. */
    public static <T extends @Nullable Object> T await(Done<T> done) {
        throw Unwritten.word("await");
    }

    /** {@code return done(v);} ends an {@link Async} method with a value. Elsewhere, a coroutine and future that has it. */
    public static <T extends @Nullable Object> Done<T> done(T value) {
        return new Done<>(value);
    }

    /** {@code return done();} ends an {@link Async} method that gives nothing. */
    public static Done<@Nullable Void> done() {
        return new Done<>(null);
    }

    /** In an async generator, an {@link Async} method that returns an {@link AsyncIterable}: gives its consumer the next element, and waits until it wants another. */
    public static <T extends @Nullable Object> void emit(T value) {
        throw Unwritten.word("emit");
    }

    /** {@code return end();} ends an async generator. */
    public static <T extends @Nullable Object> AsyncIterable<T> end() {
        throw Unwritten.word("end");
    }

    /**
     * {@code for (T x : awaitEach(source))} goes through what may have to be waited for; Python's {@code async for}. When the loop is left early, by {@code break},
     * {@code return} or a failure, the iterator is closed, awaited, before anything else runs; Python leaves that to a collector.
     */
    public static <T extends @Nullable Object> Iterable<T> awaitEach(AsyncIterable<T> source) {
        throw Unwritten.word("awaitEach");
    }

    /** An async lambda: a coroutine with the lambda's body, which may await and returns its value as any lambda does. */
    public static <T extends @Nullable Object> Coroutine<T> async(Callable<T> body) {
        throw Unwritten.word("async(...)");
    }

    /** An async lambda that returns nothing. */
    public static Coroutine<@Nullable Void> async(AsyncBlock body) {
        throw Unwritten.word("async(...)");
    }

    // ---- running

    /**
     * Runs {@code main} to its end on a new event loop on this thread, then cancels and awaits every task that is left, and closes the loop; asyncio's {@code run}.
     * Ctrl-C, and interrupting the thread, cancels the main task.
     *
     * @return what {@code main} gives; what it fails with comes out as it is
     * @throws IllegalStateException if this thread runs an event loop already
     * @throws DeadlockError if {@code main} can never be done
     */
    public static <T extends @Nullable Object> T run(Awaitable<T> main) {
        return EventLoop.builder().run(main);
    }

    /** Makes a task; its first step comes in a turn of the loop of its own, so the caller goes on first; asyncio's {@code create_task}. */
    public static <T extends @Nullable Object> Task<T> createTask(Awaitable<T> body) {
        return EventLoop.running("createTask").spawn(body, null);
    }

    /** As {@link #createTask(Awaitable)}, with a name for messages and dumps. */
    public static <T extends @Nullable Object> Task<T> createTask(Awaitable<T> body, String name) {
        return EventLoop.running("createTask").spawn(body, name);
    }

    // ---- waiting

    /** Waits for {@code duration}; zero and less is {@link #yieldNow()}; asyncio's {@code sleep}. */
    public static Coroutine<@Nullable Void> sleep(Duration duration) {
        return new Sleep(EventLoop.nanos(duration));
    }

    /** Lets everything run that is ready, once; asyncio's {@code sleep(0)}. */
    public static Coroutine<@Nullable Void> yieldNow() {
        return Yield.NOW;
    }
}
