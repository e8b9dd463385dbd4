package dev.javait.benchmarks.load;

import dev.javait.benchmarks.peers.VirtualThreads;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;

/** A virtual thread for each request. */
final class ThreadsHandler implements Handler {
    private final ThreadFactory threads = VirtualThreads.factory();

    @Override
    public CompletableFuture<String> page(Upstream upstream) {
        return CompletableFuture.supplyAsync(
                () -> blocking(upstream), body -> threads.newThread(body).start());
    }

    private static String blocking(Upstream upstream) {
        String user = upstream.get("/user").toCompletableFuture().join();
        String items = upstream.get("/items").toCompletableFuture().join();
        try {
            Thread.sleep(MILLIS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        return user + items;
    }
}
