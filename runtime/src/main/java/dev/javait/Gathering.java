package dev.javait;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@link Javait#gather} and {@link Javait#gatherOutcomes}: done when all children are, or, if it does not collect outcomes, when one of them fails. Cancelling it
 * cancels the children; it ends when they have.
 */
final class Gathering<R extends @Nullable Object> extends Promise<List<R>> {
    /** How many children there are as a rule. */
    private static final int FEW = 4;

    private final List<Completion<?>> children;
    private final boolean outcomes;
    private final Function<Completion<?>, R> result;

    /** Children that are done and that this has not been told of; for each of them {@link #tell} is queued once. So a child that waits costs nothing here. */
    private final ArrayDeque<Completion<?>> settled = new ArrayDeque<>(FEW);

    private final Tell tell;
    private int left;
    private boolean cancelRequested;

    private Gathering(
            EventLoop loop, List<Completion<?>> children, boolean outcomes, Function<Completion<?>, R> result) {
        super(loop);
        this.children = children;
        this.outcomes = outcomes;
        this.result = result;
        this.tell = new Tell(this, loop.snapshot());
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
        IdentityHashMap<Awaitable<?>, Completion<?>> tasks = new IdentityHashMap<>(FEW);
        List<Completion<?>> children = new ArrayList<>(awaitables.size());
        for (Awaitable<?> awaitable : awaitables) {
            // What is given twice is one child; tasks and promises show that by themselves.
            children.add(
                    awaitable instanceof Completion<?>
                            ? loop.completionOf(awaitable)
                            : tasks.computeIfAbsent(awaitable, loop::completionOf));
        }
        Gathering<R> gathering = new Gathering<>(loop, children, outcomes, result);
        gathering.watch();
        return gathering;
    }

    /** Those that are done already count at once. */
    private void watch() {
        List<Completion<?>> done = new ArrayList<>();
        for (Completion<?> child : children) {
            if (child.isDone()) {
                done.add(child);
                left++;
            } else if (child.gatherInto(this)) {
                left++;
            }
        }
        done.forEach(this::childDone);
        if (children.isEmpty()) {
            succeed(List.of());
        }
    }

    /** Has {@link #childDone} called in a turn to come. */
    void settled(Completion<?> child) {
        settled.add(child);
        loop.ready.add(tell);
    }

    /** Tells a gathering of the child that was done first, of those of which it was not told. */
    private static final class Tell extends Handle {
        private final Gathering<?> gathering;

        Tell(Gathering<?> gathering, Context context) {
            super(context);
            this.gathering = gathering;
        }

        @Override
        void run() {
            gathering.childDone(gathering.settled.remove());
        }

        @Override
        Object source() {
            return gathering;
        }
    }

    private void childDone(Completion<?> child) {
        left--;
        if (isDone()) {
            child.markRetrieved();
            return;
        }
        if (!outcomes && !child.hasSucceeded()) {
            failAs(child);
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
