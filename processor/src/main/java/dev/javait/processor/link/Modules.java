package dev.javait.processor.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.JavaFileManager.Location;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** How the {@code Filer} wants a package named: alone, or behind its module's name where the location is one of modules. */
final class Modules {
    private final Elements elements;
    private final Map<String, List<String>> withModule = new HashMap<>();

    Modules(Elements elements) {
        this.elements = elements;
    }

    /** The names under which {@code pkg} may be found in {@code location}, the likeliest first. */
    List<String> packagesToTry(Location location, String pkg) {
        if (location == StandardLocation.CLASS_PATH) return List.of(pkg);
        List<String> qualified = withModule.computeIfAbsent(pkg, this::qualify);
        if (location != StandardLocation.CLASS_OUTPUT) return qualified;
        List<String> both = new ArrayList<>();
        both.add(pkg);
        both.addAll(qualified);
        return both;
    }

    /** Whether the compilation knows the class with this internal name, or a top-level class that it may be a member of. */
    boolean isClass(String name) {
        String topLevel = name.replace('/', '.');
        for (int end = topLevel.length();
                end > topLevel.lastIndexOf('.') + 1;
                end = topLevel.lastIndexOf('$', end - 1)) {
            if (elements.getTypeElement(topLevel.substring(0, end)) != null) return true;
        }
        return false;
    }

    /** The file of a class that lies in a named module. */
    Optional<FileObject> fileOf(String name) {
        TypeElement type = elements.getTypeElement(name.replace('/', '.').replace('$', '.'));
        if (type == null
                || elements.getModuleOf(type) == null
                || elements.getModuleOf(type).isUnnamed()) return Optional.empty();
        return Optional.ofNullable(FileOf.of(type, elements));
    }

    /** A package is in one module only, most often in the first. */
    private List<String> qualify(String pkg) {
        if (isIn(elements.getModuleElement("java.base"), pkg)) return List.of("java.base/" + pkg);
        return elements.getAllModuleElements().stream()
                .filter(module -> isIn(module, pkg))
                .map(module -> module.getQualifiedName() + "/" + pkg)
                .toList();
    }

    private boolean isIn(@Nullable ModuleElement module, String pkg) {
        return module != null && !module.isUnnamed() && elements.getPackageElement(module, pkg) != null;
    }
}
