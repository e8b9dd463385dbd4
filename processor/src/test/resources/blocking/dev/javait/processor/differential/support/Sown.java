package dev.javait.processor.differential.support;

import dev.javait.Awaitable;
import dev.javait.Coroutine;
import dev.javait.Javait;

/** What is awaited in sown code, where nothing ever waits. */
public final class Sown {
    private Sown() {}

    public static <T> Awaitable<T> sown(T value) {
        return Javait.done(value);
    }

    public static <T> T run(Coroutine<T> coroutine) {
        return Javait.await(coroutine);
    }
}
