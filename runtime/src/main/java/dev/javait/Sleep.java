package dev.javait;

import dev.javait.frame.Await;
import dev.javait.frame.LibraryFrame;
import org.jspecify.annotations.Nullable;

/** {@link Javait#sleep}. */
final class Sleep extends LibraryFrame<@Nullable Void> {
    private final long nanos;
    private @Nullable TimerHandle timer;

    Sleep(long nanos) {
        this.nanos = nanos;
    }

    @Override
    @SuppressWarnings("fallthrough")
    protected @Nullable Object resume(int state, @Nullable Object value, @Nullable Throwable error) throws Throwable {
        switch (state) {
            case 0:
                if (nanos <= 0) {
                    return Await.of(Yield.NOW);
                }
                EventLoop loop = EventLoop.running("sleep");
                Nap nap = new Nap(loop);
                timer = loop.after(nanos, nap);
                if (Await.of(nap) == Await.SUSPENDED) {
                    return suspend(1);
                }
            // fall through
            default:
                if (timer != null) {
                    timer.cancel();
                }
                if (error != null) {
                    throw error;
                }
                return null;
        }
    }

    @Override
    public StackTraceElement location(int state) {
        return Places.of("sleep");
    }
}
