package dev.javait.frame;

import dev.javait.Awaitable;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Where the body of a coroutine waits. Every method is called on the thread of the event loop, by the task that it runs. */
public final class Await {
    /** Says that the awaited thing is not there yet: the frame saves what it needs and returns {@link Frame#suspend}. */
    public static final Object SUSPENDED = new Object() {
        @Override
        public String toString() {
            return "SUSPENDED";
        }
    };

    private Await() {}

    /**
     * Begins to await {@code awaitable} in the running task.
     *
     * @return its value if that is there without waiting, or {@link #SUSPENDED}
     * @throws Throwable what it failed with, itself
     * @throws IllegalStateException if it is a coroutine that was awaited before, or belongs to another loop
     */
    public static @Nullable Object of(@Nullable Awaitable<?> awaitable) throws Throwable {
        Driver driver = Driver.here();
        if (awaitable instanceof Frame<?> frame) {
            return driver.start(frame);
        }
        if (awaitable == null) {
            throw givenNull();
        }
        return driver.await(awaitable);
    }

    /**
     * Begins to await a stage in the running task; cancelling the task cancels the stage's future.
     *
     * @return its value if that is there without waiting, or {@link #SUSPENDED}
     * @throws Throwable what it failed with, without the {@code CompletionException} around it
     */
    public static @Nullable Object ofStage(@Nullable CompletionStage<?> stage) throws Throwable {
        if (stage == null) {
            throw givenNull();
        }
        return Driver.here().awaitStage(stage);
    }

    /** The result of a body: {@code value}, in the type that the user's {@code done(value)} gives it. */
    public static <T extends @Nullable Object> @Nullable Object done(T value) {
        return value;
    }

    /** True, whatever is given: lets a generated condition assign pattern variables. */
    public static boolean bind(@Nullable Object... ignored) {
        return true;
    }

    /**
     * What a body catches: its stack trace tells of the user's methods only, those that wait for this one included, before the user reads it.
     *
     * @return {@code failure} itself
     */
    public static Throwable caught(Throwable failure) {
        Driver driver = Driver.current();
        if (driver != null) {
            Traces.complete(failure, driver.outer());
        }
        return failure;
    }

    private static NullPointerException givenNull() {
        return new NullPointerException("await was given null; an @Async method returns done(null), not null");
    }
}
