package dev.javait;

import dev.javait.frame.AwaitedTrace;
import dev.javait.frame.Driver;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What a task waits for that awaits a stage: done, in the loop, when the stage is; cancelling it cancels the stage's future. */
final class StagePromise extends Promise<@Nullable Object> {
    private StagePromise(EventLoop loop) {
        super(loop);
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    static StagePromise of(EventLoop loop, CompletableFuture<?> future) {
        StagePromise promise = new StagePromise(loop);
        loop.outside++;
        promise.onDone(p -> {
            if (p.isCancelled()) {
                future.cancel(true);
            }
        });
        future.whenComplete((value, error) -> {
            if (loop.thread() == Thread.currentThread()) {
                promise.arrived(value, error);
            } else {
                loop.post(() -> promise.arrived(value, error));
            }
        });
        return promise;
    }

    private void arrived(@Nullable Object value, @Nullable Throwable error) {
        loop.outside--;
        if (isDone()) {
            return;
        }
        Throwable bare = error == null ? null : bare(error);
        if (bare == null) {
            succeed(value);
        } else if (bare instanceof CancelledError) {
            endCancelled(bare);
        } else {
            failWith(bare);
        }
    }

    /** The stage's future, or one that follows it where it has none. */
    @SuppressWarnings("FutureReturnValueIgnored")
    static CompletableFuture<?> futureOf(CompletionStage<?> stage) {
        try {
            return stage.toCompletableFuture();
        } catch (UnsupportedOperationException notOffered) {
            CompletableFuture<@Nullable Object> future = new CompletableFuture<>();
            stage.whenComplete((value, error) -> {
                if (error == null) {
                    future.complete(value);
                } else {
                    future.completeExceptionally(error);
                }
            });
            return future;
        }
    }

    /** The value of a future that is done; what it failed with shows the caller in its trace, task number {@code task} of {@code driver}. */
    static @Nullable Object take(CompletableFuture<?> done, Driver driver, int task) throws Throwable {
        try {
            return done.join();
        } catch (CompletionException | CancellationException wrapped) {
            Throwable failure = bare(wrapped);
            new AwaitedTrace(failure, AwaitedTrace.NO_TASK).thrownHere(driver, task);
            throw failure;
        }
    }

    /** What a stage failed with, as an await throws it. */
    static Throwable bare(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof CancellationException) {
            CancelledError cancelled = new CancelledError(cause.getMessage());
            cancelled.initCause(cause);
            return cancelled;
        }
        return cause;
    }
}
