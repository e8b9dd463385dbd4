package dev.javait.processor.twin;

import java.util.List;

/** What a case wrote and how it ended: the value, or the exception. */
record Run(List<String> trace, String ending) {
    Run {
        trace = List.copyOf(trace);
    }

    @Override
    public String toString() {
        return String.join("\n", trace) + "\n" + ending;
    }
}
