package dev.javait.processor.tree;

import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** What members stand in. */
public final class Enclosing {
    private Enclosing() {}

    /** The class that declares {@code member}, which is a method, a field or a member class. */
    public static TypeElement type(Element member) {
        return (TypeElement) element(member);
    }

    /** What {@code element}, which is no package or module, is declared in. */
    public static Element element(Element element) {
        return Objects.requireNonNull(element.getEnclosingElement(), () -> element + " stands in nothing");
    }
}
