package dev.javait.processor.twin;

import java.util.List;

/** What a case wrote and how it ended: the value, or the exception. */
record Run(List<String> trace, String ending) {
    static final String CANNOT_RUN = "cannot run: ";
    static final String HANGS = "hangs at ";

    Run {
        trace = List.copyOf(trace);
    }

    /** Whether the case ran, well or badly. */
    boolean isReal() {
        return !ending.startsWith(CANNOT_RUN) && !ending.startsWith(HANGS);
    }

    @Override
    public String toString() {
        return String.join("\n", trace) + "\n" + ending;
    }
}
