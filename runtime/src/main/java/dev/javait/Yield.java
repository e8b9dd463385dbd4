package dev.javait;

import org.jspecify.annotations.Nullable;

/** {@link Javait#yieldNow}: has no state, so that one serves everybody. */
final class Yield implements Coroutine<@Nullable Void> {
    static final Yield NOW = new Yield();

    private Yield() {}

    @Override
    public String toString() {
        return "coroutine yieldNow";
    }
}
