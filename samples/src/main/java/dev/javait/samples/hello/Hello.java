package dev.javait.samples.hello;

import static dev.javait.Javait.*;
import static java.time.Duration.ofSeconds;

import dev.javait.*;
import java.time.Duration;

/** Says two things, one after a second and one after two; that takes two seconds, not three. */
public class Hello {
    @Async
    static Coroutine<Void> sayAfter(Duration delay, String message) {
        await(sleep(delay));
        System.out.println(message);
        return done();
    }

    @Async
    static Coroutine<Void> hello() {
        Task<Void> hello = createTask(sayAfter(ofSeconds(1), "Hello"));
        Task<Void> world = createTask(sayAfter(ofSeconds(2), "World"));
        System.out.println("Started tasks");
        await(hello);
        await(world);
        System.out.println("Finished tasks");
        return done();
    }

    public static void main(String[] args) {
        run(hello());
    }
}
