package dev.javait;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The failures of tasks and promises that nobody has looked at yet. One is reported when the garbage collector finds that nobody can any more, or when the loop
 * is closed; asyncio's "exception was never retrieved".
 */
final class Unretrieved {
    final ReferenceQueue<Completion<?>> collected = new ReferenceQueue<>();
    private final Set<Failed> failures = new LinkedHashSet<>();

    boolean isEmpty() {
        return failures.isEmpty();
    }

    void add(Failed failed) {
        failures.add(failed);
    }

    void remove(Failed failed) {
        failures.remove(failed);
    }

    /** Reports those whose task or promise is gone. */
    void reportCollected() {
        for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
            if (gone instanceof Failed failed && failures.contains(failed)) {
                failed.report();
            }
        }
    }

    void reportAll() {
        List.copyOf(failures).forEach(Failed::report);
    }
}
