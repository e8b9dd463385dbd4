package dev.javait.processor.read;

import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Erased descriptors, as class files write them. */
final class Descriptors {
    private final Types types;
    private final ClassNames names;

    Descriptors(Types types, ClassNames names) {
        this.types = types;
        this.names = names;
    }

    String of(ExecutableElement method) {
        return method.getParameters().stream()
                        .map(VariableElement::asType)
                        .map(this::of)
                        .collect(Collectors.joining("", "(", ")"))
                + of(method.getReturnType());
    }

    String of(TypeMirror type) {
        TypeMirror erased = types.erasure(type);
        return switch (erased.getKind()) {
            case BOOLEAN -> "Z";
            case BYTE -> "B";
            case SHORT -> "S";
            case CHAR -> "C";
            case INT -> "I";
            case LONG -> "J";
            case FLOAT -> "F";
            case DOUBLE -> "D";
            case VOID -> "V";
            case ARRAY -> "[" + of(((ArrayType) erased).getComponentType());
            case DECLARED -> "L" + names.internal((TypeElement) ((DeclaredType) erased).asElement()) + ";";
            default -> throw new Erroneous("no descriptor for " + type);
        };
    }
}
