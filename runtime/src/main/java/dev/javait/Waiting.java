package dev.javait;

import dev.javait.frame.Await;
import dev.javait.frame.LibraryFrame;
import org.jspecify.annotations.Nullable;

/** A coroutine that awaits one thing and nothing else: what stands for an awaitable where a coroutine is needed. */
final class Waiting<T extends @Nullable Object> extends LibraryFrame<T> {
    private final Awaitable<T> awaited;

    Waiting(Awaitable<T> awaited) {
        this.awaited = awaited;
    }

    @Override
    protected @Nullable Object resume(int state, @Nullable Object value, @Nullable Throwable error) throws Throwable {
        return Await.of(awaited);
    }

    @Override
    public StackTraceElement location(int state) {
        return Places.of("await");
    }
}
