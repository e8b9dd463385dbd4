package dev.javait;

public interface Coroutine<T> extends Awaitable<T> {
    /** What an await of it gives or throws. */
    T take() throws Throwable;

    @Override
    default Coroutine<T> toCoroutine() {
        return this;
    }
}
