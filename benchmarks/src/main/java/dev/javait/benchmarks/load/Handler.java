package dev.javait.benchmarks.load;

import java.util.concurrent.CompletableFuture;

/** Answers a request. */
public interface Handler {
    /** How long a request waits besides its calls. */
    int MILLIS = 5;

    CompletableFuture<String> page(Upstream upstream);
}
