/**
 * Async and await for Java, with the meaning of Python's {@code asyncio}.
 *
 * <p>{@link dev.javait.Javait} holds the functions that an {@link dev.javait.Async} method uses; types such as {@link dev.javait.EventLoop},
 * {@link dev.javait.TaskGroup}, {@link dev.javait.AsyncQueue} and {@link dev.javait.ContextVar} stand beside it.
 *
 * <p>Unless a type or method says otherwise it is called on the thread that runs the event loop; "thread-safe" is what may be called on any thread.
 *
 * <p>Where a method returns a coroutine, what it says of errors is what the await of that throws, and calling the method does nothing else, unless it
 * says otherwise. Cancelling a task that waits is a {@link dev.javait.CancelledError} from its await; a method says what becomes of what was waited for.
 */
@NullMarked
package dev.javait;

import org.jspecify.annotations.NullMarked;
