package dev.javait.processor;

import dev.javait.processor.tree.Enclosing;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Names of the classes to generate: the user's class, a dollar sign, the method; a number where that is not enough. */
final class FrameNames {
    private final Elements elements;
    private final Map<String, Integer> used = new HashMap<>();

    FrameNames(Elements elements) {
        this.elements = elements;
    }

    /** The simple name for the next method of that name, in the order of the text. */
    String next(ExecutableElement method) {
        var owner = Enclosing.type(method);
        String binary = elements.getBinaryName(owner).toString();
        String simple = binary.substring(binary.lastIndexOf('.') + 1) + "$" + method.getSimpleName();
        int count = used.merge(binary + "$" + method.getSimpleName(), 1, Integer::sum);
        if (count == 1 && !hasMemberClass(owner, method)) return simple;
        return simple + "$" + count;
    }

    private static boolean hasMemberClass(TypeElement owner, Element method) {
        return ElementFilter.typesIn(owner.getEnclosedElements()).stream()
                .anyMatch(type -> type.getSimpleName().equals(method.getSimpleName()));
    }
}
