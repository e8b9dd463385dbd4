package dev.javait.processor.spill;

import dev.javait.processor.model.ClassName;
import dev.javait.processor.model.Type;
import java.util.Map;

/** Which class boxes which primitive type. */
final class Boxes {
    private static final Map<Type.Kind, String> NAMES = Map.of(
            Type.Kind.BOOLEAN, "Boolean",
            Type.Kind.BYTE, "Byte",
            Type.Kind.SHORT, "Short",
            Type.Kind.CHAR, "Character",
            Type.Kind.INT, "Integer",
            Type.Kind.LONG, "Long",
            Type.Kind.FLOAT, "Float",
            Type.Kind.DOUBLE, "Double");

    private Boxes() {}

    /** Whether {@code value} is of type {@code target} or its box. */
    static boolean fits(Type value, Type target) {
        if (value.equals(target)) return true;
        String name = NAMES.get(target.kind());
        return name != null && value.equals(Type.of(ClassName.of("java.lang", name)));
    }
}
