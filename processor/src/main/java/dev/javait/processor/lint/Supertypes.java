package dev.javait.processor.lint;

import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** By name, so that no class is looked for that the program does not have, {@code java.sql.Connection} for one. */
final class Supertypes {
    private Supertypes() {}

    /** Whether {@code type} is the class called {@code name} or inherits from it. */
    static boolean has(@Nullable Element type, String name) {
        if (!(type instanceof TypeElement element)) return false;
        if (element.getQualifiedName().contentEquals(name)) return true;
        return isNamed(element.getSuperclass(), name)
                || element.getInterfaces().stream().anyMatch(each -> isNamed(each, name));
    }

    static boolean isNamed(@Nullable TypeMirror type, String name) {
        return type instanceof DeclaredType declared && has(declared.asElement(), name);
    }
}
