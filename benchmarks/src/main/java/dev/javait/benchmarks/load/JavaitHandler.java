package dev.javait.benchmarks.load;

import static dev.javait.Javait.*;

import dev.javait.Async;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The handler as a user of Javait writes it: it runs on the shared background loop. */
final class JavaitHandler implements Handler {
    @Override
    @Async
    public CompletableFuture<String> page(Upstream upstream) {
        String user = await(upstream.get("/user"));
        String items = await(upstream.get("/items"));
        await(sleep(Duration.ofMillis(MILLIS)));
        return done(user + items);
    }
}
