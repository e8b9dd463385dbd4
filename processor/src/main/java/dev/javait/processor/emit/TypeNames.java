package dev.javait.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.javait.processor.model.Part;
import dev.javait.processor.model.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Types of the model as JavaPoet's names. */
final class TypeNames {
    private static final Pattern TOKEN =
            Pattern.compile("[<>,?.]|\\[\\]|\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");
    private static final Map<String, TypeName> PRIMITIVES = Map.of(
            "boolean", TypeName.BOOLEAN,
            "byte", TypeName.BYTE,
            "short", TypeName.SHORT,
            "char", TypeName.CHAR,
            "int", TypeName.INT,
            "long", TypeName.LONG,
            "float", TypeName.FLOAT,
            "double", TypeName.DOUBLE);

    /** Integer, Long and Double, and what they are instances of. */
    private static final Set<dev.javait.processor.model.ClassName> NUMBERS = Set.of(
            dev.javait.processor.model.ClassName.of("java.lang", "Integer"),
            dev.javait.processor.model.ClassName.of("java.lang", "Long"),
            dev.javait.processor.model.ClassName.of("java.lang", "Double"),
            dev.javait.processor.model.ClassName.of("java.lang", "Number"),
            dev.javait.processor.model.ClassName.of("java.lang", "Comparable"),
            dev.javait.processor.model.ClassName.of("java.lang", "Object"),
            dev.javait.processor.model.ClassName.of("java.lang.constant", "Constable"),
            dev.javait.processor.model.ClassName.of("java.lang.constant", "ConstantDesc"),
            dev.javait.processor.model.ClassName.of("java.io", "Serializable"));

    /** Words and {@link ClassName}s, in order. */
    private final Deque<Object> tokens = new ArrayDeque<>();

    private TypeNames(Type type) {
        for (Part part : type.code().parts()) {
            if (part instanceof Part.ClassUse use) {
                tokens.add(CodeWriter.className(use.name()));
            } else if (part instanceof Part.Text text) {
                TOKEN.matcher(text.text()).results().map(MatchResult::group).forEach(tokens::add);
            } else {
                throw new IllegalArgumentException("not a type: " + type);
            }
        }
    }

    static TypeName of(Type type) {
        return new TypeNames(type).type();
    }

    /** Whether a value of this type may be one that the runtime passes on unboxed. */
    static boolean mayBeNumber(Type type) {
        if (!(type.code().parts().get(0) instanceof Part.ClassUse use)) return type.isReference();
        return NUMBERS.contains(use.name());
    }

    private TypeName type() {
        TypeName type = base();
        while (take("[]")) {
            type = ArrayTypeName.of(type);
        }
        return type;
    }

    private TypeName base() {
        Object first = tokens.remove();
        if (first instanceof ClassName name) return parameterized(name);
        if (first.equals("?")) return wildcard();
        TypeName primitive = PRIMITIVES.get(first.toString());
        return primitive != null ? primitive : TypeVariableName.get(first.toString());
    }

    private TypeName wildcard() {
        if (take("extends")) return WildcardTypeName.subtypeOf(type());
        return take("super") ? WildcardTypeName.supertypeOf(type()) : WildcardTypeName.subtypeOf(Object.class);
    }

    private TypeName parameterized(ClassName name) {
        if (!take("<")) return name;
        ParameterizedTypeName type = ParameterizedTypeName.get(name, arguments());
        while (take(".")) {
            String nested = tokens.remove().toString();
            type = take("<") ? type.nestedClass(nested, List.of(arguments())) : type.nestedClass(nested);
        }
        return type;
    }

    private TypeName[] arguments() {
        List<TypeName> arguments = new ArrayList<>();
        do {
            arguments.add(type());
        } while (take(","));
        if (!take(">")) throw new IllegalArgumentException("type arguments without an end");
        return arguments.toArray(new TypeName[0]);
    }

    private boolean take(String token) {
        if (!token.equals(tokens.peek())) return false;
        tokens.remove();
        return true;
    }
}
