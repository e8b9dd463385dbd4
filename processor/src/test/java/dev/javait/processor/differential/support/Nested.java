package dev.javait.processor.differential.support;

import dev.javait.Awaitable;
import dev.javait.frame.Await;
import dev.javait.frame.Driver;
import dev.javait.frame.Frame;
import dev.javait.processor.twin.support.Schedule;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs one coroutine until it ends, on the thread that asks, in the middle of another one or not: an event loop may not. */
final class Nested extends Driver {
    private static final ThreadLocal<Nested> RUNNING = new ThreadLocal<>();
    private static final Schedule SCHEDULE = Schedule.valueOf(System.getProperty("javait.sown", "MIXED"));
    private static final AtomicInteger AWAITS = new AtomicInteger();

    private Sown<?> pending;

    @SuppressWarnings("unchecked")
    <T> T run(Frame<T> frame) {
        Nested outer = RUNNING.get();
        if (outer != null) outer.leave();
        RUNNING.set(this);
        enter();
        try {
            Object value = first(frame, null);
            while (value == Await.SUSPENDED) value = advance(innermost(), pending.value, null);
            return (T) value;
        } catch (Throwable e) {
            throw raise(e);
        } finally {
            leave();
            RUNNING.set(outer);
            if (outer != null) outer.enter();
        }
    }

    @Override
    protected Object await(Awaitable<?> awaitable) {
        Sown<?> sown = (Sown<?>) awaitable;
        if (isReady()) return sown.value;
        pending = sown;
        return suspendLeaf();
    }

    private static boolean isReady() {
        return switch (SCHEDULE) {
            case READY -> true;
            case SUSPENDING -> false;
            // neither every other one nor every third
            case MIXED -> (AWAITS.incrementAndGet() * 0x9E3779B9) < 0;
        };
    }

    @Override
    protected Object awaitStage(CompletionStage<?> stage) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected <T> CompletableFuture<T> startNow(Frame<T> frame) {
        throw new UnsupportedOperationException();
    }

    @SuppressWarnings("unchecked")
    private static <X extends Throwable> RuntimeException raise(Throwable error) throws X {
        throw (X) error;
    }
}
