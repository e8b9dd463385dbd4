package dev.javait.frame;

import dev.javait.Coroutine;
import org.jspecify.annotations.Nullable;

/**
 * What a body returns in place of a plain result. It is also what a method returns in place of a coroutine when its caller, and nobody else, has
 * asked for its body to run {@linkplain Driver#direct directly}: a coroutine only in name.
 */
enum Passed implements Coroutine<@Nullable Object> {
    /** There is no result yet. */
    SUSPENDED,
    /** The body goes on at a state that is in another method. */
    ELSEWHERE,
    /** The result is an object, in {@link Driver#result}. */
    OBJECT,
    /** The result is an int, in {@link Driver#bits}; and so on. */
    INT,
    LONG,
    DOUBLE
}
