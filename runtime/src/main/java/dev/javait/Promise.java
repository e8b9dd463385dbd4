package dev.javait;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A value that somebody will supply; asyncio's {@code Future}. It belongs to the loop on whose thread it was made, and is used on that thread only; another
 * thread goes through {@link EventLoop#execute}. Changing it on a wrong thread while the loop runs is an {@link IllegalStateException}.
 *
 * <p>Cancelling a task that awaits it cancels the promise, for everybody who awaits it, as in asyncio; {@link Javait#shield} is there against that.
 *
 * @param <T> the type of the value
 */
public sealed class Promise<T extends @Nullable Object> extends Completion<T>
        permits Gathering, Joint, Nap, StagePromise, Turn {
    /**
     * A promise of the loop that the calling thread runs; asyncio's {@code create_future}.
     *
     * @throws IllegalStateException if it runs none
     */
    public Promise() {
        this(EventLoop.running("new Promise()"));
    }

    Promise(EventLoop loop) {
        super(loop);
    }

    /**
     * Gives the value; asyncio's {@code set_result}.
     *
     * @throws IllegalStateException if the promise is done
     */
    public final void complete(T value) {
        checkPending("complete");
        succeed(value);
    }

    /**
     * Makes everybody who awaits the promise fail with {@code error}, that object itself; asyncio's {@code set_exception}. If nobody ever looks at it,
     * the loop's handler of unhandled failures is told.
     *
     * @throws IllegalStateException if the promise is done
     */
    public final void fail(Throwable error) {
        checkPending("fail");
        failWith(error);
    }

    /** Ends the promise: everybody who awaits it gets a {@link CancelledError}; asyncio's {@code cancel}. False if it is done. */
    @Override
    public boolean cancel(@Nullable String message) {
        checkThread("cancel");
        if (isDone()) {
            return false;
        }
        endCancelled(message);
        return true;
    }

    /** Calls {@code action} when the promise is done, in a turn of the loop of its own, in this context. Never on the spot. asyncio's
     * {@code add_done_callback}. What it throws, the loop's handler of unhandled failures is told. */
    public final void onDone(Consumer<? super Promise<T>> action) {
        checkThread("onDone");
        whenDone(new Callback<Promise<T>>(this, action, loop.snapshot()));
    }

    private void checkPending(String action) {
        checkThread(action);
        if (isDone()) {
            throw new IllegalStateException(
                    this + " cannot " + action + " any more: a promise is completed once; ask isDone() first");
        }
    }

    @Override
    public String toString() {
        return stateName() + " promise";
    }
}
