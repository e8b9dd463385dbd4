package dev.javait.processor.differential.support;

import dev.javait.Awaitable;
import dev.javait.Coroutine;
import dev.javait.frame.Frame;

/**
 * What is awaited in sown code, where that runs on the real runtime. The one of the blocking world has the same names.
 *
 * @param <T> what an await of it gives
 */
public final class Sown<T> implements Awaitable<T> {
    final T value;

    private Sown(T value) {
        this.value = value;
    }

    public static <T> Sown<T> sown(T value) {
        return new Sown<>(value);
    }

    /** What the coroutine gives or throws. It may be called by another one. */
    public static <T> T run(Coroutine<T> coroutine) {
        return new Nested().run((Frame<T>) coroutine);
    }

    @Override
    public Coroutine<T> toCoroutine() {
        throw new UnsupportedOperationException("awaited by another driver than that of sown code");
    }
}
