package dev.javait;

public interface Coroutine<T> {}
