package dev.javait.samples.fetch;

import static dev.javait.Javait.*;
import static java.time.Duration.ofSeconds;

import dev.javait.*;
import java.time.Duration;
import java.util.List;

/** Asks a slow database two questions at the same time, and prints the answers together when both are there. */
public final class Fetch {
    private Fetch() {}

    @Async
    static Coroutine<Integer> count(String table) {
        await(sleep(ofSeconds(2)));
        return done(table.equals("customers") ? 1024 : 5120);
    }

    @Async
    static Coroutine<Void> report() {
        Duration begin = EventLoop.current().time();
        List<Integer> counts = await(gather(count("customers"), count("orders")));
        System.out.println(counts.get(0) + " customers, " + counts.get(1) + " orders");
        System.out.println(
                "Asked for " + EventLoop.current().time().minus(begin).toSeconds() + " seconds");
        return done();
    }

    @Async
    public static void main(String[] args) {
        await(report());
    }
}
