package dev.javait;

/** Thrown to tasks at an {@link AsyncBarrier} that is reset or aborted while they wait, or that was aborted before they came; asyncio's {@code BrokenBarrierError}. */
public final class BarrierBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BarrierBrokenException(String message) {
        super(message);
    }
}
