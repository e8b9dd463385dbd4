package dev.javait;

/** Has run to its end when it is there. */
public final class Task<T> implements Awaitable<T> {
    private final Coroutine<T> finished;

    Task(Coroutine<T> coroutine) {
        Coroutine<T> outcome;
        try {
            outcome = new Done<>(coroutine.take());
        } catch (Throwable e) {
            outcome = () -> {
                throw e;
            };
        }
        finished = outcome;
    }

    @Override
    public Coroutine<T> toCoroutine() {
        return finished;
    }
}
