package language.rejected;

import static dev.javait.Javait.done;

import dev.javait.Async;
import dev.javait.AsyncIterator;
import dev.javait.Coroutine;
import dev.javait.Done;
import dev.javait.Task;
import java.util.List;
import java.util.concurrent.Future;

abstract class Signatures {
    @Async
    int number() { // ERROR: number() returns int; change its return type, for instance to Coroutine<Integer>
        return 1;
    }

    @Async
    Future<String> future() { // ERROR: future() returns Future<String>; change its return type, for instance to Coroutine<String>
        return null;
    }

    @Async
    Task<String> task() { // ERROR: task() returns Task<String>; change its return type, for instance to Coroutine<String>
        return null;
    }

    @Async
    Done<List<String>> lines() { // ERROR: lines() returns Done<List<String>>; change its return type, for instance to Coroutine<List<String>>
        return done(List.of());
    }

    @Async
    AsyncIterator<Integer> numbers() { // ERROR: numbers() returns AsyncIterator<Integer>; change its return type, for instance to AsyncIterable<Integer>
        return null;
    }

    @Async
    boolean[] flags() { // ERROR: [return-type] an @Async method returns Coroutine<T>, CompletableFuture<T>, CompletionStage<T>, AsyncIterable<T> or void
        return null;
    }

    @Async
    abstract Coroutine<Integer> withoutBody(); // ERROR: [abstract]

    @Async
    native Coroutine<Integer> elsewhere(); // ERROR: [native]

    @Async
    synchronized Coroutine<Integer> locked() { // ERROR: [synchronized-method]
        return done(1);
    }

    interface Service {
        @Async
        Coroutine<Integer> call(); // ERROR: [abstract]
    }
}
