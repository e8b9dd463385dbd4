package dev.javait.processor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
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
    private final Map<PackageElement, Boolean> hiding = new HashMap<>();

    PackageTypes(Elements elements) {
        this.elements = elements;
    }

    /** Whether the package has a type named like one of {@code java.lang}. */
    boolean hideJavaLang(PackageElement ofUser) {
        return hiding.computeIfAbsent(ofUser, pkg -> {
            String prefix = pkg.isUnnamed() ? "" : pkg.getQualifiedName() + ".";
            // in its own module: to look in all of them for what is seldom anywhere takes long
            ModuleElement module = elements.getModuleOf(pkg);
            return JAVA_LANG.stream().anyMatch(type -> elements.getTypeElement(module, prefix + type) != null);
        });
    }
}
