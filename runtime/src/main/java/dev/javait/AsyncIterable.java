package dev.javait;

import org.jspecify.annotations.Nullable;

/**
 * Something whose elements may have to be waited for; Python's asynchronous iterable. {@code for (T x : awaitEach(source))} in an {@link Async} method goes
 * through it, and an {@link Async} method that returns one is an async generator. Users may implement it.
 *
 * <p>What a call of a generator gives is for one loop: it is its own iterator, as in Python, and {@link #iterator} gives the same one again.
 *
 * @param <T> the type of the elements
 */
@FunctionalInterface
public interface AsyncIterable<T extends @Nullable Object> {
    /** An iterator that stands before the first element, or, of a generator, the one that there is. Runs nothing. Python's {@code __aiter__}. */
    AsyncIterator<T> iterator();
}
