package dev.javait;

import java.time.Duration;

/**
 * The time of an event loop, in nanoseconds since the clock was made.
 *
 * <p>{@link #system()} is the machine's monotonic clock. {@link #virtual()} is for tests: it stands still while anything can run, and jumps to the next
 * deadline when nothing can, so that sleeping costs no time and always takes exactly as long as it should. It does not jump while a
 * {@link Javait#toThread} call runs, for that takes real time. Futures that other threads complete ({@code HttpClient.sendAsync}, drivers), publishers and
 * {@link EventLoop#submit} do not hold it back: a time limit around them is up at once. Fake them, wrap the call in {@code toThread}, or use the real
 * clock.
 *
 * <p>Both may be made on any thread. asyncio has no virtual one.
 */
public abstract sealed class LoopClock {
    private LoopClock() {}

    /** The machine's clock, from zero. */
    public static LoopClock system() {
        return new Real();
    }

    /** A clock that only waiting moves, from zero. */
    public static LoopClock virtual() {
        return new Virtual();
    }

    /** A duration in nanoseconds: as long as a long can say, and not negative. */
    static long nanos(Duration duration) {
        if (duration.isNegative()) {
            return 0;
        }
        return duration.toSeconds() >= Long.MAX_VALUE / 1_000_000_000L ? Long.MAX_VALUE : duration.toNanos();
    }

    abstract long nanos();

    /** Makes it {@code when}, if that costs nothing. */
    abstract boolean jumpTo(long when);

    abstract boolean isVirtual();

    private static final class Real extends LoopClock {
        private final long epoch = System.nanoTime();

        @Override
        long nanos() {
            return System.nanoTime() - epoch;
        }

        @Override
        boolean jumpTo(long when) {
            return false;
        }

        @Override
        boolean isVirtual() {
            return false;
        }
    }

    private static final class Virtual extends LoopClock {
        private long now;

        @Override
        long nanos() {
            return now;
        }

        @Override
        boolean jumpTo(long when) {
            now = Math.max(now, when);
            return true;
        }

        @Override
        boolean isVirtual() {
            return true;
        }
    }
}
