package dev.javait.frame;

import dev.javait.Coroutine;

public abstract class Frame<T> implements Coroutine<T> {
    public abstract Object resume(int state, Object value, Throwable error) throws Throwable;

    public abstract StackTraceElement location(int state);
}
