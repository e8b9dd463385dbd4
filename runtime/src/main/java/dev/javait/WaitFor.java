package dev.javait;

import dev.javait.frame.Await;
import dev.javait.frame.LibraryFrame;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link Javait#waitFor}, as asyncio has it since 3.12: a {@link Timeout} around an await in the same task. */
final class WaitFor<T extends @Nullable Object> extends LibraryFrame<T> {
    private static final int WAITING = 1;
    private static final int CANCELLING = 2;

    private final Awaitable<T> awaitable;
    private final @Nullable Duration limit;
    private @Nullable Timeout timeout;

    /** What is waited for when there is no time at all. */
    private @Nullable Completion<T> late;

    private @Nullable Callback<Completion<T>> ended;

    WaitFor(Awaitable<T> awaitable, @Nullable Duration limit) {
        this.awaitable = awaitable;
        this.limit = limit;
    }

    @Override
    protected @Nullable Object resume(int state, @Nullable Object value, @Nullable Throwable error) throws Throwable {
        return switch (state) {
            case 0 -> start();
            case WAITING -> leave(value, error);
            default -> cancelled(error);
        };
    }

    private @Nullable Object start() throws Throwable {
        if (limit == null) {
            return Await.of(awaitable);
        }
        if (LoopClock.nanos(limit) <= 0) {
            return withoutWaiting();
        }
        timeout = Timeout.enter("waitFor", limit);
        Object got;
        try {
            got = Await.of(awaitable);
        } catch (Throwable failure) {
            return leave(null, failure);
        }
        return got == Await.SUSPENDED ? suspend(WAITING) : leave(got, null);
    }

    private @Nullable Object leave(@Nullable Object value, @Nullable Throwable error) throws Throwable {
        Throwable instead = timeout == null ? null : timeout.leave(error);
        if (instead != null) {
            throw instead;
        }
        if (error != null) {
            throw error;
        }
        return value;
    }

    /** What is done gives its value; all else is cancelled, and waited for until it has ended. */
    private @Nullable Object withoutWaiting() throws Throwable {
        EventLoop loop = EventLoop.running("waitFor");
        Completion<T> completion = loop.completionOf(awaitable);
        late = completion;
        if (completion.isDone()) {
            return completion.resultHere(loop, Task.numberOf(loop.stepping));
        }
        Promise<@Nullable Void> end = new Joint<>(loop, List.of(completion));
        Callback<Completion<T>> callback = new Callback<>(
                completion,
                done -> {
                    if (!end.isDone()) {
                        end.succeed(null);
                    }
                },
                loop.snapshot());
        ended = callback;
        completion.whenDone(callback);
        completion.cancel();
        Await.of(end);
        return suspend(CANCELLING);
    }

    private @Nullable Object cancelled(@Nullable Throwable error) throws Throwable {
        if (late == null || ended == null) {
            throw new AssertionError("nothing was cancelled");
        }
        late.forget(ended);
        if (error != null) {
            throw error;
        }
        if (late.isCancelled() && late.failure() instanceof CancelledError cancelled) {
            throw new AsyncTimeoutException("waitFor had no time to wait for " + late, cancelled);
        }
        return late.resultHere(late.loop, Task.numberOf(late.loop.stepping));
    }

    @Override
    public StackTraceElement location(int state) {
        return Places.of("waitFor");
    }
}
