package dev.javait.processor.model;

import java.util.List;

/**
 * A class as the generated source names it; the emitter imports it where it can.
 *
 * @param packageName empty for the unnamed package
 * @param simpleNames from the outermost class to the class itself; a local or anonymous class stands alone under its binary
 *     name, as {@code Downloads$1Entry}
 */
public record ClassName(String packageName, List<String> simpleNames) {
    public ClassName {
        simpleNames = List.copyOf(simpleNames);
    }

    public static ClassName of(String packageName, String... simpleNames) {
        return new ClassName(packageName, List.of(simpleNames));
    }
}
