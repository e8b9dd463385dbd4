package dev.javait.processor.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Tells things of the same name apart in a text: {@code x}, {@code x2}, {@code x3}, in the order in which they are named first. */
final class Names {
    private final Map<Object, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** The name of {@code thing}, which says by {@code toString} what it would like to be called. */
    String of(Object thing) {
        String known = names.get(thing);
        if (known != null) return known;
        String wish = thing.toString();
        String name = wish;
        for (int i = 2; !taken.add(name); i++) {
            name = wish + i;
        }
        names.put(thing, name);
        return name;
    }
}
