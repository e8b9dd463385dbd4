package dev.javait;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A future for other threads to hold: follows a task or promise of a loop, and cancelling it cancels that, in the loop. */
final class LoopFuture<T extends @Nullable Object> extends CompletableFuture<T> {
    private final EventLoop loop;

    /** Written in the loop, and read there. */
    private @Nullable Completion<T> followed;

    LoopFuture(EventLoop loop) {
        this.loop = loop;
    }

    /** In the loop. */
    void follow(Completion<T> completion) {
        followed = completion;
        // Whoever holds the future can wake the loop, by cancelling it, for as long as it is not done.
        loop.outside++;
        completion.whenDone(new Callback<>(completion, this::copy, loop.snapshot()));
    }

    private void copy(Completion<T> done) {
        loop.outside--;
        if (done.hasSucceeded()) {
            complete(done.value());
            return;
        }
        Throwable failure = done.failure();
        if (failure instanceof CancelledError cancelled) {
            CancellationException atTheEdge = new CancellationException(cancelled.getMessage());
            atTheEdge.initCause(cancelled);
            completeExceptionally(atTheEdge);
        } else {
            completeExceptionally(failure);
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        // Cancelling it again is no second request to the task, as super.cancel could not tell.
        boolean now = completeExceptionally(new CancellationException());
        if (now) {
            loop.post(() -> {
                if (followed != null) {
                    followed.cancel();
                }
            });
        }
        return isCancelled();
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
