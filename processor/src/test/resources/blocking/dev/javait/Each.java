package dev.javait;

import java.util.Iterator;

/** What a plain loop over an {@link AsyncIterable} is put into, because it does not close its iterator by itself. */
public final class Each implements AutoCloseable {
    private AsyncIterator<?> iterator;
    private boolean early = true;

    <T> Iterable<T> over(AsyncIterable<T> source) {
        AsyncIterator<T> opened = source.iterator();
        iterator = opened;
        return () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                early = Javait.await(opened.moveNext());
                return early;
            }

            @Override
            public T next() {
                return opened.current();
            }
        };
    }

    @Override
    public void close() {
        if (iterator != null && early) Javait.await(iterator.close());
    }
}
