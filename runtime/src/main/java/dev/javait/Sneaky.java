package dev.javait;

/** Throws checked exceptions where none are declared: what a coroutine fails with comes out of the await as it is. */
final class Sneaky {
    private Sneaky() {}

    /** Throws {@code failure}; the return type lets callers write {@code throw}. */
    @SuppressWarnings("unchecked")
    static <E extends Throwable> RuntimeException rethrow(Throwable failure) throws E {
        throw (E) failure;
    }
}
