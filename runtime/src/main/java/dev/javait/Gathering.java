package dev.javait;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@link Javait#gather} and {@link Javait#gatherOutcomes}: done when all children are, or, if it does not collect outcomes, when one of them fails. Cancelling it
 * cancels the children; it ends when they have.
 */
final class Gathering<R extends @Nullable Object> extends Promise<List<R>> {
    private final List<Completion<?>> children;
    private final boolean outcomes;
    private final Function<Completion<?>, R> result;
    private int left;
    private boolean cancelRequested;

    private Gathering(
            EventLoop loop, List<Completion<?>> children, boolean outcomes, Function<Completion<?>, R> result) {
        super(loop);
        this.children = children;
        this.outcomes = outcomes;
        this.result = result;
    }

    @SuppressWarnings("unchecked")
    static <T extends @Nullable Object> Promise<List<T>> values(Collection<? extends Awaitable<? extends T>> of) {
        return start("gather", of, false, child -> (T) child.value());
    }

    @SuppressWarnings("unchecked")
    static <T extends @Nullable Object> Promise<List<Outcome<T>>> outcomes(
            Collection<? extends Awaitable<? extends T>> of) {
        return start(
                "gatherOutcomes",
                of,
                true,
                child -> child.hasSucceeded()
                        ? new Outcome.Success<>((T) child.value())
                        : new Outcome.Failure<>(child.failure()));
    }

    private static <R extends @Nullable Object> Promise<List<R>> start(
            String name,
            Collection<? extends Awaitable<?>> awaitables,
            boolean outcomes,
            Function<Completion<?>, R> result) {
        EventLoop loop = EventLoop.running(name);
        IdentityHashMap<Awaitable<?>, Completion<?>> seen = new IdentityHashMap<>();
        List<Completion<?>> children = new ArrayList<>(awaitables.size());
        for (Awaitable<?> awaitable : awaitables) {
            children.add(seen.computeIfAbsent(awaitable, loop::completionOf));
        }
        Gathering<R> gathering = new Gathering<>(loop, children, outcomes, result);
        gathering.watch(new LinkedHashSet<>(children));
        return gathering;
    }

    /** Those that are done already count at once. */
    private void watch(Set<Completion<?>> each) {
        left = each.size();
        List<Completion<?>> done = new ArrayList<>();
        for (Completion<?> child : each) {
            if (child.isDone()) {
                done.add(child);
            } else {
                child.whenDone(new Callback<Completion<?>>(child, this::childDone, loop.snapshot()));
            }
        }
        done.forEach(this::childDone);
        if (each.isEmpty()) {
            succeed(List.of());
        }
    }

    private void childDone(Completion<?> child) {
        left--;
        if (isDone()) {
            child.markRetrieved();
            return;
        }
        if (!outcomes && !child.hasSucceeded()) {
            failWith(child.failure());
            return;
        }
        if (left == 0) {
            finish(child);
        }
    }

    private void finish(Completion<?> last) {
        List<R> results = new ArrayList<>(children.size());
        for (Completion<?> child : children) {
            results.add(result.apply(child));
        }
        if (cancelRequested) {
            failWith(last.isCancelled() ? last.failure() : new CancelledError());
        } else {
            succeed(results);
        }
    }

    @Override
    Collection<? extends Completion<?>> parts() {
        return children;
    }

    /** For {@link CancelAll}, which hands requests to the children itself. */
    void cancelWasRequested() {
        cancelRequested = true;
    }

    @Override
    public boolean cancel(@Nullable String message) {
        checkThread("cancel");
        return CancelAll.of(List.of(this), message).taken;
    }

    @Override
    public String toString() {
        return stateName() + " gathering of " + children.size();
    }
}
