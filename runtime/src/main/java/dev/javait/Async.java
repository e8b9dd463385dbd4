package dev.javait;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method whose body may {@link Javait#await await}; asyncio's {@code async def}.
 *
 * <p>What a call does follows from the return type:
 *
 * <ul>
 *   <li>{@link Coroutine}: lazy; may be called on any thread.
 *   <li>{@link AsyncIterable}: a generator, lazy too; may be made on any thread, and is gone through on one loop.
 *   <li>{@code CompletableFuture}, {@code CompletionStage}: starts at the call, as a task of this thread's loop, of the
 *       {@linkplain EventLoop#background() background loop} where there is none.
 *   <li>{@code void}: an entry point that runs to its end as {@link Javait#run} does; needs a thread that runs no loop.
 * </ul>
 *
 * A constructor cannot be one; it is a target only so that the processor can say what to do instead.
 */
@Documented
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
@Retention(RetentionPolicy.RUNTIME)
public @interface Async {}
