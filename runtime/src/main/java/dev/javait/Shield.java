package dev.javait;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link Javait#shield}: an outer promise that ends as the inner thing does, and that may be cancelled alone. */
final class Shield {
    private Shield() {}

    static <T extends @Nullable Object> Promise<T> of(Awaitable<T> awaitable) {
        EventLoop loop = EventLoop.running("shield");
        Completion<T> inner = loop.completionOf(awaitable);
        if (inner.isDone() && inner instanceof Promise<T> done) {
            return done;
        }
        Promise<T> outer = new Joint<>(loop, List.of(inner));
        if (inner.isDone()) {
            copy(inner, outer);
            return outer;
        }
        Callback<Completion<T>> innerDone = new Callback<>(inner, done -> copy(done, outer), loop.snapshot());
        inner.whenDone(innerDone);
        outer.onDone(left -> {
            if (!inner.isDone()) {
                inner.forget(innerDone);
                inner.whenDone(new Callback<Completion<T>>(inner, Shield::reportLateFailure, loop.snapshot()));
            }
        });
        return outer;
    }

    private static <T extends @Nullable Object> void copy(Completion<T> inner, Promise<T> outer) {
        if (outer.isDone()) {
            if (!inner.isCancelled() && !inner.hasSucceeded()) {
                reportLateFailure(inner);
            }
        } else if (inner.hasSucceeded()) {
            outer.succeed(inner.value());
        } else if (inner.isCancelled()) {
            outer.endCancelled(inner.failure());
        } else {
            outer.failAs(inner);
        }
    }

    private static void reportLateFailure(Completion<?> inner) {
        if (!inner.hasSucceeded() && !inner.isCancelled()) {
            inner.loop.unhandled("what shield protected failed after its awaiter had left", inner.failure(), inner);
        }
    }
}
