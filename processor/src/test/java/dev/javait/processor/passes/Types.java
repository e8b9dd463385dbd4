package dev.javait.processor.passes;

import dev.javait.processor.model.ClassName;
import dev.javait.processor.model.Type;

/** Types of the little programs. */
final class Types {
    static final Type INTEGER = Type.of(ClassName.of("java.lang", "Integer"));
    static final Type BOOLEAN = Type.of(ClassName.of("java.lang", "Boolean"));
    static final Type STRING = Type.of(ClassName.of("java.lang", "String"));
    static final Type BYTE = Type.primitive(Type.Kind.BYTE);

    private Types() {}

    static Type named(String simpleName) {
        return Type.of(ClassName.of(simpleName.equals("Throwable") ? "java.lang" : "p", simpleName));
    }
}
