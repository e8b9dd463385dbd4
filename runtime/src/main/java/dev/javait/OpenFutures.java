package dev.javait;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/** The futures of a loop's promises that are not done: those that nobody completes any more are cancelled when the loop is closed, as tasks are. */
final class OpenFutures {
    /** Weak, for a promise that nobody can complete any more may go, and its future with it. */
    private final Set<LoopFuture<?>> futures = Collections.newSetFromMap(new WeakHashMap<>());

    void add(LoopFuture<?> future) {
        futures.add(future);
    }

    void remove(LoopFuture<?> future) {
        futures.remove(future);
    }

    void cancelAll() {
        List.copyOf(futures).forEach(future -> future.cancel(false));
    }
}
