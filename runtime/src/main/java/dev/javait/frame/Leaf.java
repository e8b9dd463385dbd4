package dev.javait.frame;

import org.jspecify.annotations.Nullable;

/** Something of the library that a task waits for, and that has a little to do when the wait is over: what a frame would do, without the frame. */
public interface Leaf {
    /**
     * Goes on after the wait, on the loop's thread, as a part of the task's step.
     *
     * @param error what the wait ended with, to be thrown; null if it was not in vain
     * @return what is awaited, or {@link Await#SUSPENDED} if the task has come to wait for another leaf
     * @throws Throwable what the awaiter gets
     */
    @Nullable
    Object arrive(@Nullable Throwable error) throws Throwable;

    /** Where the task waits, as far as a user is concerned. */
    StackTraceElement location();
}
