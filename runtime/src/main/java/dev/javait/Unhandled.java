package dev.javait;

import org.jspecify.annotations.Nullable;

/**
 * A failure that no code is there to catch, as given to the handler of {@link EventLoopBuilder#onUnhandled}; asyncio's exception-handler context.
 *
 * @param message what happened, in a sentence
 * @param error the failure
 * @param source the task, promise or callback that it came out of, where one is known
 */
public record Unhandled(
        String message, Throwable error, @Nullable Object source) {}
