package dev.javait.processor.model;

/** The names of the runtime, and of Java's own library, that the passes write into code. */
public final class RuntimeNames {
    public static final ClassName AWAIT = ClassName.of("dev.javait.frame", "Await");
    public static final ClassName AWAITABLE = ClassName.of("dev.javait", "Awaitable");
    public static final ClassName COMPLETION_STAGE = ClassName.of("java.util.concurrent", "CompletionStage");
    public static final ClassName ASSERTION_ERROR = ClassName.of("java.lang", "AssertionError");
    public static final ClassName BOOLEAN = ClassName.of("java.lang", "Boolean");
    public static final ClassName STRING = ClassName.of("java.lang", "String");

    /** {@code AsyncIterator}. */
    public static final String MOVE_NEXT = "moveNext";

    public static final String CURRENT = "current";

    /** {@code AsyncIterator} and {@code AutoCloseable}. */
    public static final String CLOSE = "close";

    /** {@code AsyncCloseable}. */
    public static final String CLOSE_ASYNC = "closeAsync";

    /** {@code AsyncScope}. */
    public static final String EXIT = "exit";

    private RuntimeNames() {}
}
