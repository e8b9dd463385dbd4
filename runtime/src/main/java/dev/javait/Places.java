package dev.javait;

/** Where the library's own coroutines wait: as far as a user is concerned, in the function of {@link Javait} that made them. */
final class Places {
    private Places() {}

    static StackTraceElement of(String function) {
        return in("Javait", function);
    }

    static StackTraceElement in(String type, String method) {
        return new StackTraceElement("dev.javait." + type, method, type + ".java", -1);
    }
}
