package dev.javait;

import dev.javait.frame.Close;
import java.util.concurrent.Callable;
import java.util.concurrent.SynchronousQueue;

/** A generator on a thread of its own, which runs only while somebody waits for the next element. */
final class Lazily<T> implements AsyncIterator<T> {
    private static final ThreadLocal<Lazily<?>> BEGUN = new ThreadLocal<>();
    private static final Object GO = new Object();

    private final Callable<AsyncIterable<T>> call;
    private final SynchronousQueue<Object> toBody = new SynchronousQueue<>();
    private final SynchronousQueue<Step> toCaller = new SynchronousQueue<>();
    private boolean started;
    private boolean ended;
    private Object current;

    Lazily(Callable<AsyncIterable<T>> call) {
        this.call = call;
    }

    /** What the body did: it emitted an element, or ended, with an error or without. */
    private record Step(boolean emitted, Object element, Throwable error) {}

    /** The generator that this thread is for, once: others that its body calls are none of its business. */
    static Lazily<?> begun() {
        Lazily<?> begun = BEGUN.get();
        BEGUN.remove();
        return begun;
    }

    void emit(Object element) {
        give(toCaller, new Step(true, element, null));
        if (take(toBody) instanceof Close.Closing signal) throw signal;
    }

    @Override
    public Coroutine<Boolean> moveNext() {
        return () -> {
            if (ended) return false;
            Step step = go(GO);
            ended = !step.emitted;
            if (step.error != null) throw step.error;
            current = step.element;
            return step.emitted;
        };
    }

    @Override
    @SuppressWarnings("unchecked")
    public T current() {
        return (T) current;
    }

    @Override
    public Coroutine<Void> close() {
        return () -> {
            boolean nothingToDo = ended || !started;
            ended = true;
            if (nothingToDo) return null;
            var signal = new Close.Closing();
            Step step = go(signal);
            if (step.emitted)
                throw new IllegalStateException("async generator emitted while it was being closed; a finally block of a generator may await but not emit");
            if (step.error != null && step.error != signal) throw step.error;
            return null;
        };
    }

    private Step go(Object signal) {
        if (started) give(toBody, signal);
        else start();
        return take(toCaller);
    }

    private void start() {
        started = true;
        var thread = new Thread(this::run, "generator");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        BEGUN.set(this);
        Throwable error = null;
        try {
            call.call();
        } catch (Throwable e) {
            error = e;
        }
        give(toCaller, new Step(false, null, error));
    }

    private static <E> void give(SynchronousQueue<E> queue, E element) {
        try {
            queue.put(element);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <E> E take(SynchronousQueue<E> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
