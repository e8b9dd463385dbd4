package dev.javait;

import dev.javait.frame.Await;
import dev.javait.frame.LibraryFrame;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Goes through something that blocks, on threads, one call at a time. The call that is under way has a task of its own, so that a {@code moveNext} that is cancelled leaves
 * it to the next one.
 *
 * <pre>
 *          moveNext              an element arrives and is taken
 *   IDLE -----------&gt; CALLING -----------------------------------&gt; IDLE
 *     |  close           |  no element, a failure, or close
 *     `------&gt; ENDED &lt;---'
 * </pre>
 */
final class OnThread<T extends @Nullable Object> implements AsyncIterator<T> {
    record Element<T extends @Nullable Object>(T value) {}

    /** Gives the next element, or null at the end; asks now and then whether it is still wanted. */
    interface Source<T extends @Nullable Object> {
        @Nullable
        Element<T> next(BooleanSupplier wanted) throws Exception;
    }

    interface Closing {
        void close() throws Exception;
    }

    private final Source<T> source;
    private final Closing closing;
    private @Nullable Task<@Nullable Element<T>> call;
    private @Nullable Element<T> current;
    private boolean ended;

    OnThread(Source<T> source, Closing closing) {
        this.source = source;
        this.closing = closing;
    }

    @Override
    public Coroutine<Boolean> moveNext() {
        return new Move();
    }

    @Override
    public T current() {
        if (current == null) {
            throw new IllegalStateException(
                    "there is no current element: await moveNext() first, and that must give true");
        }
        return current.value;
    }

    @Override
    public Coroutine<@Nullable Void> close() {
        return new Close();
    }

    private Task<@Nullable Element<T>> begin() {
        AtomicBoolean wanted = new AtomicBoolean(true);
        EventLoop loop = EventLoop.running("moveNext");
        Task<@Nullable Element<T>> task =
                loop.spawn(new ToThread<@Nullable Element<T>>(() -> source.next(wanted::get)), "moveNext on a thread");
        task.onDone(done -> wanted.set(false));
        call = task;
        return task;
    }

    private final class Move extends LibraryFrame<Boolean> {
        @Override
        @SuppressWarnings("unchecked")
        protected @Nullable Object resume(int state, @Nullable Object value, @Nullable Throwable error)
                throws Throwable {
            Task<@Nullable Element<T>> under = call;
            if (state == 0) {
                current = null;
                if (ended) {
                    return false;
                }
                if (under == null) {
                    under = begin();
                }
                Object got = Await.of(Shield.of(under));
                if (got == Await.SUSPENDED) {
                    return suspend(1);
                }
                return arrived((Element<T>) got);
            }
            if (error != null) {
                if (under == null || under.isDone()) {
                    call = null;
                    ended = true;
                }
                throw error;
            }
            return arrived((Element<T>) value);
        }

        private boolean arrived(@Nullable Element<T> element) {
            call = null;
            current = element;
            ended |= element == null;
            return element != null;
        }

        @Override
        public StackTraceElement location(int state) {
            return Places.in("AsyncIterator", "moveNext");
        }
    }

    private final class Close extends LibraryFrame<@Nullable Void> {
        @Override
        protected @Nullable Object resume(int state, @Nullable Object value, @Nullable Throwable error)
                throws Throwable {
            if (state == 0) {
                current = null;
                ended = true;
                if (call != null) {
                    call.cancel();
                    call = null;
                }
                return Await.of(new ToThread<@Nullable Void>(() -> {
                    closing.close();
                    return null;
                }));
            }
            throw new AssertionError("left by a tail call");
        }

        @Override
        public StackTraceElement location(int state) {
            return Places.in("AsyncIterator", "close");
        }
    }
}
