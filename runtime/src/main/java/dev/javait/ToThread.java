package dev.javait;

import dev.javait.frame.Await;
import dev.javait.frame.LibraryFrame;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** {@link Javait#toThread}. */
final class ToThread<T extends @Nullable Object> extends LibraryFrame<T> {
    private final Callable<T> function;
    private final Executor threads;
    private @Nullable Call call;

    ToThread(Callable<T> function) {
        this(function, Threads.EXECUTOR);
    }

    ToThread(Callable<T> function, Executor threads) {
        this.function = function;
        this.threads = threads;
    }

    @Override
    protected @Nullable Object resume(int state, @Nullable Object value, @Nullable Throwable error) throws Throwable {
        if (state == 0) {
            EventLoop loop = EventLoop.running("toThread");
            call = new Call(loop, function);
            threads.execute(call); // may refuse, and then nothing is under way
            loop.outside++;
            loop.busy++;
            Await.of(call.result);
            return suspend(1);
        }
        if (error != null) {
            if (call != null) {
                call.abandoned = true;
            }
            throw error;
        }
        return value;
    }

    @Override
    public StackTraceElement location(int state) {
        return Places.of("toThread");
    }

    /** One call: made in the loop, run by the thread, arrives in the loop. */
    private static final class Call implements Runnable {
        private final EventLoop loop;
        private final Callable<?> function;
        private final Context context;
        final Promise<@Nullable Object> result;

        /** Nobody waits any more; if the function has not begun, it need not. */
        volatile boolean abandoned;

        Call(EventLoop loop, Callable<?> function) {
            this.loop = loop;
            this.function = function;
            this.context = loop.snapshot();
            this.result = new Promise<>(loop);
        }

        @Override
        public void run() {
            if (abandoned) {
                loop.post(() -> arrive(null, null));
                return;
            }
            Context before = Context.current();
            Context carried = loop.captured(before);
            context.makeCurrent();
            loop.install(context);
            try {
                Object value = function.call();
                loop.post(() -> arrive(value, null));
            } catch (Throwable failure) {
                loop.post(() -> arrive(null, failure));
            } finally {
                before.makeCurrent();
                loop.install(carried);
            }
        }

        private void arrive(@Nullable Object value, @Nullable Throwable failure) {
            loop.outside--;
            loop.busy--;
            if (result.isDone()) {
                return;
            }
            if (failure == null) {
                result.succeed(value);
            } else {
                result.failWith(failure);
            }
        }
    }
}
