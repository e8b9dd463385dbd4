package dev.javait.processor.link;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import org.jspecify.annotations.Nullable;

/**
 * {@code Elements.getFileObjectOf}, which Java has since 18. Under {@code --release} there is no other way to the class
 * files of the JDK: the {@code Filer} looks into one of the folders that they are spread over.
 */
final class FileOf {
    private static final @Nullable Method METHOD = method();

    private FileOf() {}

    private static @Nullable Method method() {
        try {
            return Elements.class.getMethod("getFileObjectOf", Element.class);
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    /** The file that {@code element} was read from, or null where that cannot be known. */
    static @Nullable FileObject of(Element element, Elements elements) {
        if (METHOD == null) return null;
        try {
            return (FileObject) METHOD.invoke(elements, element);
        } catch (IllegalAccessException | InvocationTargetException e) {
            return null;
        }
    }
}
