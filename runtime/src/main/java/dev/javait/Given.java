package dev.javait;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What functions are given that take several awaitables at once. */
final class Given {
    private Given() {}

    /** Those that are tasks, and new tasks for the others; what is there twice is one task. In the order given. */
    static <T extends @Nullable Object> Set<Task<T>> tasks(
            EventLoop loop, Collection<? extends Awaitable<? extends T>> awaitables) {
        Set<Task<T>> tasks = new LinkedHashSet<>();
        Set<Awaitable<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Awaitable<? extends T> awaitable : awaitables) {
            if (seen.add(awaitable)) {
                tasks.add(loop.taskOf(awaitable));
            }
        }
        return tasks;
    }
}
