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

    /** Of the set; asked after each turn of the loop. */
    private boolean empty = true;

    boolean isEmpty() {
        return empty;
    }

    void add(Failed failed) {
        failures.add(failed);
        empty = false;
    }

    void remove(Failed failed) {
        failures.remove(failed);
        empty = failures.isEmpty();
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
