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

    /** In the loop. What is done already, this is at once. */
    void follow(Completion<T> completion) {
        if (completion.isDone()) {
            copy(completion);
            return;
        }
        followed = completion;
        // Whoever holds the future can wake the loop, by cancelling it, for as long as it is not done.
        loop.outside++;
        if (completion instanceof Promise<?>) {
            loop.open.add(this);
        }
        completion.whenDone(new Callback<>(completion, this::arrived, loop.snapshot()));
    }

    private void arrived(Completion<T> done) {
        loop.outside--;
        if (done instanceof Promise<?>) {
            loop.open.remove(this);
        }
        copy(done);
    }

    private void copy(Completion<T> done) {
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
        if (now && loop.thread() == Thread.currentThread()) {
            cancelFollowed();
        } else if (now) {
            loop.post(this::cancelFollowed);
        }
        return isCancelled();
    }

    private void cancelFollowed() {
        if (followed != null) {
            followed.cancel();
        }
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
