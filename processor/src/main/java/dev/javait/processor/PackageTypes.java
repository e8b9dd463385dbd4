package dev.javait.processor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.util.Elements;

/** What a package calls its types: a class beside the user's is meant by its simple name before one of {@code java.lang} is. */
final class PackageTypes {
    /** What generated code says without being asked to. */
    private static final List<String> JAVA_LANG = List.of(
            "AssertionError",
            "AutoCloseable",
            "Boolean",
            "Byte",
            "Character",
            "Class",
            "Comparable",
            "Double",
            "Enum",
            "Error",
            "Exception",
            "Float",
            "Integer",
            "Iterable",
            "Long",
            "Number",
            "Object",
            "Override",
            "Record",
            "Runnable",
            "RuntimeException",
            "Short",
            "String",
            "SuppressWarnings",
            "Throwable",
            "Void");

    private final Elements elements;
    private final Map<String, Boolean> hiding = new HashMap<>();

    PackageTypes(Elements elements) {
        this.elements = elements;
    }

    /** Whether the package has a type named like one of {@code java.lang}. */
    boolean hideJavaLang(String packageName) {
        return hiding.computeIfAbsent(packageName, name -> {
            String prefix = name.isEmpty() ? "" : name + ".";
            return JAVA_LANG.stream().anyMatch(type -> elements.getTypeElement(prefix + type) != null);
        });
    }
}
