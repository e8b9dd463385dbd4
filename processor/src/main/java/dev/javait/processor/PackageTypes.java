package dev.javait.processor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

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

    /** What generated code says of the runtime. */
    private static final List<String> RUNTIME = List.of("Await", "Driver", "Frame", "GeneratorFrame");

    private final Elements elements;
    private final Map<PackageElement, Boolean> hiding = new HashMap<>();
    private final Map<PackageElement, Optional<String>> hidingRuntime = new HashMap<>();

    PackageTypes(Elements elements) {
        this.elements = elements;
    }

    /**
     * The type of the package that the runtime's type of that name could not be told from in what is generated, or null: where there is a type named like the first word of
     * the runtime's package, that one's full name means something else.
     */
    @Nullable
    String hidesRuntime(PackageElement ofUser) {
        return hidingRuntime
                .computeIfAbsent(ofUser, pkg -> {
                    if (!declares(pkg, "dev")) return Optional.empty();
                    return RUNTIME.stream().filter(type -> declares(pkg, type)).findFirst();
                })
                .orElse(null);
    }

    /** Whether the package has a type named like one of {@code java.lang}. */
    boolean hideJavaLang(PackageElement ofUser) {
        return hiding.computeIfAbsent(ofUser, pkg -> JAVA_LANG.stream().anyMatch(type -> declares(pkg, type)));
    }

    private boolean declares(PackageElement pkg, String type) {
        String prefix = pkg.isUnnamed() ? "" : pkg.getQualifiedName() + ".";
        // in its own module: to look in all of them for what is seldom anywhere takes long
        ModuleElement module = elements.getModuleOf(pkg);
        return elements.getTypeElement(module, prefix + type) != null;
    }
}
