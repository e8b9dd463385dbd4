package language.rejected;

import static dev.javait.Javait.done;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.Task;
import java.util.concurrent.Future;

abstract class Signatures {
    @Async
    int number() { // ERROR: [return-type]
        return 1;
    }

    @Async
    Future<String> future() { // ERROR: [return-type]
        return null;
    }

    @Async
    Task<String> task() { // ERROR: [return-type]
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
