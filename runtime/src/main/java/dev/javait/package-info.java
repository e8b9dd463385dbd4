/**
 * Async and await for Java, with the meaning of Python's {@code asyncio}.
 *
 * <p>{@link dev.javait.Javait} holds the functions that an {@link dev.javait.Async} method uses; everything else is reached from there.
 * Unless a method says otherwise it is called on the thread that runs the event loop: nothing here is thread-safe but what
 * {@link dev.javait.EventLoop} says is.
 */
@NullMarked
package dev.javait;

import org.jspecify.annotations.NullMarked;
