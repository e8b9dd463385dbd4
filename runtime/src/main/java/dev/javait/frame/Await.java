package dev.javait.frame;

import dev.javait.Awaitable;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Where the body of a coroutine waits. Every method is called on the thread of the event loop, by the task that it runs. */
public final class Await {
    /** Says that the awaited thing is not there yet: the frame saves what it needs and returns {@link Frame#suspend}. */
    public static final Object SUSPENDED = Passed.SUSPENDED;

    /** Says that the body goes on at a state that is in another of its methods, as {@link Frame#jump} says. */
    public static final Object ELSEWHERE = Passed.ELSEWHERE;

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
        return value(driver, of(driver, awaitable));
    }

    /** As {@link #of(Awaitable)}, for {@link #value} or its like to take. */
    public static @Nullable Object of(Driver driver, @Nullable Awaitable<?> awaitable) throws Throwable {
        if (awaitable instanceof Frame<?> frame) {
            return driver.start(frame);
        }
        if (awaitable == null) {
            throw givenNull();
        }
        return driver.await(awaitable);
    }

    /** As {@link #of(Driver, Awaitable)}, where {@link Driver#expect} has asked the method that gave {@code awaitable} to run directly. */
    public static @Nullable Object called(Driver driver, @Nullable Awaitable<?> awaitable) throws Throwable {
        if (awaitable instanceof Passed passed) {
            return passed == Passed.OBJECT ? driver.takeResult() : passed;
        }
        driver.expectNothing();
        return of(driver, awaitable);
    }

    /**
     * Begins to await a stage in the running task; cancelling the task cancels the stage's future.
     *
     * @return its value if that is there without waiting, or {@link #SUSPENDED}
     * @throws Throwable what it failed with, without the {@code CompletionException} around it
     */
    public static @Nullable Object ofStage(@Nullable CompletionStage<?> stage) throws Throwable {
        return ofStage(Driver.here(), stage);
    }

    /** As {@link #ofStage(CompletionStage)}. */
    public static @Nullable Object ofStage(Driver driver, @Nullable CompletionStage<?> stage) throws Throwable {
        if (stage == null) {
            throw givenNull();
        }
        return driver.awaitStage(stage);
    }

    /** The result of a body: {@code value}, in the type that the user's {@code done(value)} gives it. */
    public static <T extends @Nullable Object> @Nullable Object done(T value) {
        return value;
    }

    /** The result of a body that returns an {@code Integer}. */
    public static Object doneInt(Driver driver, int value) {
        driver.bits = value;
        return Passed.INT;
    }

    /** The same, where it is an object already. */
    public static @Nullable Object doneInt(Driver driver, @Nullable Integer value) {
        return value;
    }

    /** The result of a body that returns a {@code Long}. */
    public static Object doneLong(Driver driver, long value) {
        driver.bits = value;
        return Passed.LONG;
    }

    /** The same, where it is an object already. */
    public static @Nullable Object doneLong(Driver driver, @Nullable Long value) {
        return value;
    }

    /** The result of a body that returns a {@code Double}. */
    public static Object doneDouble(Driver driver, double value) {
        driver.bits = Double.doubleToRawLongBits(value);
        return Passed.DOUBLE;
    }

    /** The same, where it is an object already. */
    public static @Nullable Object doneDouble(Driver driver, @Nullable Double value) {
        return value;
    }

    /** The value that {@link Frame#jump} took along. */
    public static @Nullable Object carried(Driver driver) {
        return driver.takeResult();
    }

    /** What was awaited, as an object. To be called before anything else is awaited. */
    public static @Nullable Object value(Driver driver, @Nullable Object value) {
        return value instanceof Passed passed ? boxed(driver, passed) : value;
    }

    private static Object boxed(Driver driver, Passed passed) {
        return switch (passed) {
            case INT -> (int) driver.bits;
            case LONG -> driver.bits;
            case DOUBLE -> Double.longBitsToDouble(driver.bits);
            case SUSPENDED, ELSEWHERE, OBJECT -> passed;
        };
    }

    /** What was awaited, unboxed: so {@code (int) await(x)} means. */
    @SuppressWarnings("NullAway") // as the user's own unboxing does
    public static int intValue(Driver driver, @Nullable Object value) {
        return value == Passed.INT ? (int) driver.bits : (Integer) value;
    }

    /** As {@link #intValue}. */
    @SuppressWarnings("NullAway")
    public static long longValue(Driver driver, @Nullable Object value) {
        return value == Passed.LONG ? driver.bits : (Long) value;
    }

    /** As {@link #intValue}. */
    @SuppressWarnings("NullAway")
    public static double doubleValue(Driver driver, @Nullable Object value) {
        return value == Passed.DOUBLE ? Double.longBitsToDouble(driver.bits) : (Double) value;
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

    /** {@code awaitable} itself: tells the expression that gives it its type, where that depends on what becomes of the result. */
    public static <A extends @Nullable Awaitable<?>> A given(A awaitable) {
        return awaitable;
    }

    /** As {@link #given(Awaitable)}. */
    public static <S extends @Nullable CompletionStage<?>> S given(S stage) {
        return stage;
    }

    private static NullPointerException givenNull() {
        return new NullPointerException("await was given null; an @Async method returns done(null), not null");
    }
}
