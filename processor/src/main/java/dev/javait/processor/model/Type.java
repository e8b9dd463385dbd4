package dev.javait.processor.model;

/**
 * A type as it is written in the generated source.
 *
 * @param code the type, with its classes as {@link Part.ClassUse}; always denotable
 * @param kind whether it is a reference or which primitive
 * @param assumed whether it speaks of a type that source cannot write, by the name of a type parameter that stands for it: a
 *     value must be cast to it
 */
public record Type(Code code, Kind kind, boolean assumed) {
    public Type(Code code, Kind kind) {
        this(code, kind, false);
    }

    /** The kinds of types that differ in how a value of them begins. */
    public enum Kind {
        BOOLEAN("false"),
        BYTE("0"),
        SHORT("0"),
        CHAR("0"),
        INT("0"),
        LONG("0L"),
        FLOAT("0F"),
        DOUBLE("0D"),
        REFERENCE("null"),
        /** Has no value: an expression statement's type only. */
        VOID("");

        private final String defaultValue;

        Kind(String defaultValue) {
            this.defaultValue = defaultValue;
        }

        /** The Java literal that a variable of this kind starts with. */
        public String defaultValue() {
            return defaultValue;
        }
    }

    public static final Type INT = primitive(Kind.INT);
    public static final Type LONG = primitive(Kind.LONG);
    public static final Type DOUBLE = primitive(Kind.DOUBLE);
    public static final Type BOOLEAN = primitive(Kind.BOOLEAN);
    public static final Type VOID = primitive(Kind.VOID);
    public static final Type OBJECT = of(ClassName.of("java.lang", "Object"));
    public static final Type THROWABLE = of(ClassName.of("java.lang", "Throwable"));

    public static Type primitive(Kind kind) {
        return new Type(Code.of(kind.name().toLowerCase(java.util.Locale.ROOT)), kind);
    }

    public static Type of(ClassName name) {
        return new Type(Code.of(new Part.ClassUse(name)), Kind.REFERENCE);
    }

    public boolean isReference() {
        return kind == Kind.REFERENCE;
    }
}
