package dev.javait;

public interface AsyncIterator<T> {
    Coroutine<Boolean> moveNext();

    T current();

    default Coroutine<Void> close() {
        return Javait.done();
    }
}
