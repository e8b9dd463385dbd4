package dev.javait;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What the body of a generator is put into: collects its elements, all before anybody asks for the first one; or hands each over when it is asked
 * for, where the generator is called {@link Lazily}.
 */
public final class Emitted implements AutoCloseable {
    private static final ThreadLocal<Emitted> RUNNING = new ThreadLocal<>();

    private final Emitted outer = RUNNING.get();
    private final List<Object> elements = new ArrayList<>();
    private final Lazily<?> lazily = Lazily.begun();

    public Emitted() {
        RUNNING.set(this);
    }

    static void add(Object element) {
        Emitted running = RUNNING.get();
        if (running.lazily == null) running.elements.add(element);
        else running.lazily.emit(element);
    }

    static <T> AsyncIterable<T> running() {
        List<Object> elements = RUNNING.get().elements;
        return () -> new Elements<>(elements.iterator());
    }

    @Override
    public void close() {
        RUNNING.set(outer);
    }

    private static final class Elements<T> implements AsyncIterator<T> {
        private final Iterator<Object> elements;
        private T current;

        Elements(Iterator<Object> elements) {
            this.elements = elements;
        }

        @Override
        @SuppressWarnings("unchecked")
        public Coroutine<Boolean> moveNext() {
            boolean more = elements.hasNext();
            if (more) current = (T) elements.next();
            return Javait.done(more);
        }

        @Override
        public T current() {
            return current;
        }
    }
}
