package dev.javait.processor.fuzz;

import java.util.List;

/** The types of random bodies, with some values of each, the plainest first. */
enum Kind {
    INT("int", "Integer", "0", "1", "2", "(-1)", "7", "100", "Integer.MAX_VALUE"),
    STRING("String", "String", "\"a\"", "\"\"", "\"bc\"", "(String) null"),
    BOOLEAN("boolean", "Boolean", "false", "true"),
    LONG("long", "Long", "0L", "1L", "(-5L)", "Long.MAX_VALUE", "1L << 33"),
    BYTE("byte", "Byte", "(byte) 0", "(byte) 1", "(byte) 127", "(byte) (-128)"),
    CHAR("char", "Character", "'a'", "'z'", "'\\u0000'"),
    DOUBLE("double", "Double", "0.0", "1.5", "(-2.25)", "Double.NaN"),
    INTEGER("Integer", "Integer", "(Integer) 0", "(Integer) 5", "(Integer) 1000", "(Integer) null"),
    OBJECT(
            "Object",
            "Object",
            "(Object) \"o\"",
            "(Object) 5",
            "(Object) 'c'",
            "(Object) null",
            "(Object) new int[] {1}"),
    INTS("int[]", "int[]", "new int[] {1, 2}", "new int[] {}", "(int[]) null"),
    NODE("Node", "Node", "new Node(1, \"n\")", "(Node) null"),
    SHORT("short", "Short", "(short) 0", "(short) 300", "Short.MIN_VALUE"),
    FLOAT("float", "Float", "0f", "0.5f", "(-3f)"),
    LONG_BOX("Long", "Long", "(Long) 0L", "(Long) 77L", "(Long) null"),
    COLOUR("Colour", "Colour", "Colour.RED", "Colour.GREEN", "Colour.BLUE", "(Colour) null"),
    STRINGS("String[]", "String[]", "new String[] {\"x\", \"y\"}", "new String[1]");

    static final List<Kind> ALL = List.of(values());
    static final List<Kind> USUAL = List.of(INT, STRING, LONG, NODE, INTS);
    static final List<Kind> NUMBERS = List.of(INT, LONG, BYTE, CHAR, DOUBLE, SHORT, FLOAT);

    final String type;
    final String boxed;
    final List<String> literals;

    Kind(String type, String boxed, String... literals) {
        this.type = type;
        this.boxed = boxed;
        this.literals = List.of(literals);
    }

    boolean isPrimitive() {
        return !type.equals(boxed);
    }

    /** Whether a string made of it may tell where the object is, not what. */
    boolean isAddressable() {
        return this == OBJECT || this == INTS || this == STRINGS;
    }

    boolean isNumber() {
        return NUMBERS.contains(this);
    }

    boolean isIntegral() {
        return isNumber() && this != DOUBLE && this != FLOAT;
    }

    /** Whether arithmetic on it gives an int, to be cast back. */
    boolean isNarrow() {
        return this == BYTE || this == CHAR || this == SHORT;
    }
}
