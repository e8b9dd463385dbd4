package dev.javait;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * The words of the language where nothing ever waits: an await gives its value, or throws, at once, so that the body of an
 * {@code @Async} method simply runs when it is called.
 */
public final class Javait {
    private Javait() {}

    public static <T> T run(Awaitable<T> main) {
        return await(main);
    }

    public static <T> T await(Awaitable<T> awaitable) {
        try {
            return awaitable.toCoroutine().take();
        } catch (Throwable e) {
            throw raise(e);
        }
    }

    public static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            throw raise(e.getCause() == null ? e : e.getCause());
        }
    }

    public static <T> T await(Done<T> done) {
        return done.take();
    }

    public static <T> Done<T> done(T value) {
        return new Done<>(value);
    }

    public static Done<Void> done() {
        return new Done<>(null);
    }

    public static <T> Coroutine<T> async(Callable<T> body) {
        return body::call;
    }

    public static Coroutine<Void> async(AsyncBlock body) {
        return () -> {
            body.run();
            return null;
        };
    }

    public static <T> Task<T> createTask(Awaitable<T> awaitable) {
        return new Task<>(awaitable.toCoroutine());
    }

    @SafeVarargs
    public static <T> Awaitable<List<T>> gather(Awaitable<? extends T>... awaitables) {
        List<T> results = new ArrayList<>();
        for (Awaitable<? extends T> awaitable : awaitables) results.add(await(awaitable));
        return new Done<>(results);
    }

    /** Closes nothing. */
    public static <T> Iterable<T> awaitEach(AsyncIterable<T> source) {
        return new Each().over(source);
    }

    public static <T> Iterable<T> awaitEach(Each each, AsyncIterable<T> source) {
        return each.over(source);
    }

    /** The elements of the generator that {@code call} calls, each made when it is asked for. */
    public static <T> AsyncIterable<T> lazily(Callable<AsyncIterable<T>> call) {
        return () -> new Lazily<>(call);
    }

    public static <T> void emit(T value) {
        Emitted.add(value);
    }

    public static <T> AsyncIterable<T> end() {
        return Emitted.running();
    }

    public static Coroutine<Void> sleep(Duration duration) {
        return done();
    }

    public static Coroutine<Void> yieldNow() {
        return done();
    }

    @SuppressWarnings("unchecked")
    private static <X extends Throwable> RuntimeException raise(Throwable error) throws X {
        throw (X) error;
    }
}
