package dev.javait.processor.read;

import dev.javait.processor.tree.Enclosing;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Which enclosing instances objects hold. */
final class Outers {
    private final LocalClasses classes;

    Outers(LocalClasses classes) {
        this.classes = classes;
    }

    /** The class whose instance an object of {@code type} holds, or null for none. */
    @Nullable
    TypeElement of(TypeElement type) {
        if (!ClassNames.isInner(type)) return null;
        TypeElement around = MemberAccess.enclosing(type);
        if (type.getNestingKind() == NestingKind.MEMBER) return around.getKind().isInterface() ? null : around;
        // around a constructor that has not come to super(…) the object that is made is not yet there
        if (classes.standsBeforeSuper(type)) return of(around);
        return standsInObject(type) ? around : null;
    }

    /** Whether a local class is declared where there is a {@code this}. */
    private static boolean standsInObject(TypeElement type) {
        Element around = Enclosing.element(type);
        while (around.getKind() != ElementKind.METHOD
                && around.getKind() != ElementKind.CONSTRUCTOR
                && around.getKind() != ElementKind.INSTANCE_INIT
                && around.getKind() != ElementKind.STATIC_INIT
                && around.getKind() != ElementKind.FIELD
                && !(around instanceof TypeElement)) {
            around = Enclosing.element(around);
        }
        return around.getKind() != ElementKind.STATIC_INIT
                && !around.getModifiers().contains(Modifier.STATIC);
    }
}
