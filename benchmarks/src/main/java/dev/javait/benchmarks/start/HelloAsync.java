package dev.javait.benchmarks.start;

import static dev.javait.Javait.*;

import dev.javait.Async;
import dev.javait.Coroutine;
import java.io.IOException;
import java.time.Duration;

/** Waits for a millisecond in a coroutine; then until it is let go, so that somebody can look at it. */
public final class HelloAsync {
    private HelloAsync() {}

    @Async
    static Coroutine<Void> hello() {
        await(sleep(Duration.ofMillis(1)));
        System.out.println("hello");
        return done();
    }

    public static void main(String[] args) throws IOException {
        run(hello());
        System.in.read();
    }
}
