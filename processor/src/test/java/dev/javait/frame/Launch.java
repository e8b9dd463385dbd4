package dev.javait.frame;

import java.util.concurrent.CompletableFuture;

public final class Launch {
    @SuppressWarnings("unchecked")
    public static <T> CompletableFuture<T> future(Frame<T> frame) {
        try {
            return CompletableFuture.completedFuture((T) frame.resume(0, null, null));
        } catch (Throwable e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    public static void run(Frame<?> frame) {
        future(frame).join();
    }
}
