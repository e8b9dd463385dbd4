package dev.javait.processor.read;

import dev.javait.processor.model.ClassName;
import dev.javait.processor.tree.Enclosing;
import java.util.ArrayList;
import java.util.Collections;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Names of classes, as generated source and as class files write them. */
final class ClassNames {
    private final Elements elements;
    private final Qualifiers qualifiers;

    ClassNames(Elements elements, Qualifiers qualifiers) {
        this.elements = elements;
        this.qualifiers = qualifiers;
    }

    ClassName of(TypeElement type) {
        var names = new ArrayList<String>();
        TypeElement outermost = type;
        for (; outermost.getNestingKind() == NestingKind.MEMBER; outermost = qualifiers.of(outermost)) {
            names.add(outermost.getSimpleName().toString());
        }
        String packageName = elements.getPackageOf(outermost).getQualifiedName().toString();
        String binary = binary(outermost);
        names.add(packageName.isEmpty() ? binary : binary.substring(packageName.length() + 1));
        Collections.reverse(names);
        return new ClassName(packageName, names);
    }

    /** Whether {@code type} is declared in a method body, or within such a class: it has no canonical name. */
    static boolean isLocal(TypeElement type) {
        TypeElement t = type;
        while (t.getNestingKind() == NestingKind.MEMBER) {
            t = Enclosing.type(t);
        }
        return t.getNestingKind() != NestingKind.TOP_LEVEL;
    }

    String binary(TypeElement type) {
        return elements.getBinaryName(type).toString();
    }

    String internal(TypeElement type) {
        return binary(type).replace('.', '/');
    }

    /** Whether an object of {@code type} holds the instance that encloses it. */
    static boolean isInner(TypeElement type) {
        return type.getKind() == ElementKind.CLASS
                && type.getNestingKind().isNested()
                && !type.getModifiers().contains(javax.lang.model.element.Modifier.STATIC);
    }
}
