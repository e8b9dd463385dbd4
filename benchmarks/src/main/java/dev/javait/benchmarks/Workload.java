package dev.javait.benchmarks;

/** The rows of the table. */
enum Workload {
    W1("ready", "await"),
    W1N("ready, real call", "await"),
    W1M("1 call in 1024 suspends", "await"),
    W2("yield", "suspension"),
    W3("1000 calls deep", "frame"),
    W3F("fib(20)", "call"),
    W4("spawn and gather 100,000", "task"),
    W5Q1("queue of 1", "item"),
    W5Q64("queue of 64", "item"),
    W8("computation", "element"),
    W8B("inner loop", "element");

    final String what;
    final String unit;

    Workload(String what, String unit) {
        this.what = what;
        this.unit = unit;
    }

    /** The method of {@link Workloads}. */
    String method() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    String title() {
        return label() + " " + what;
    }

    String label() {
        return switch (this) {
            case W1N -> "W1n";
            case W1M -> "W1m";
            case W3F -> "W3f";
            case W5Q1, W5Q64 -> "W5";
            case W8B -> "W8b";
            default -> name();
        };
    }
}
