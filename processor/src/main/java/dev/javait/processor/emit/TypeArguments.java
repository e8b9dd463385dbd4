package dev.javait.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.javait.processor.model.AsyncMethod;
import dev.javait.processor.model.Part;
import dev.javait.processor.model.Type;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The type arguments with which what is generated for one method uses each other. They are always the same, the type parameters themselves, and javac finds
 * them; but where one extends another, or the bound of one names it and a wildcard is captured beside that, it is misled, and they are written.
 */
final class TypeArguments {
    private TypeArguments() {}

    /** What stands between {@code new Frame} and the arguments. */
    static String ofFrame(AsyncMethod method) {
        if (method.typeParameters().isEmpty()) return "";
        return isMisleading(method) ? list(method) : "<>";
    }

    /** What stands in front of the name of a body. */
    static CodeBlock ofBody(AsyncMethod method) {
        return isMisleading(method)
                ? CodeBlock.of("$T.$L", ClassName.get(method.packageName(), method.frameName()), list(method))
                : CodeBlock.of("");
    }

    private static String list(AsyncMethod method) {
        return method.typeParameters().stream()
                .map(AsyncMethod.TypeParameter::name)
                .collect(Collectors.joining(", ", "<", ">"));
    }

    private static boolean isMisleading(AsyncMethod method) {
        Set<String> names = method.typeParameters().stream()
                .map(AsyncMethod.TypeParameter::name)
                .collect(Collectors.toSet());
        List<Type> bounds = method.typeParameters().stream()
                .flatMap(parameter -> parameter.bounds().stream())
                .filter(bound -> has(bound, names::contains))
                .toList();
        return bounds.stream().anyMatch(bound -> bound.code().parts().size() == 1)
                || (!bounds.isEmpty()
                        && method.parameters().stream()
                                .anyMatch(parameter -> has(parameter.type(), text -> text.startsWith("?"))));
    }

    private static boolean has(Type type, Predicate<String> text) {
        return type.code().parts().stream().anyMatch(part -> part instanceof Part.Text of && text.test(of.text()));
    }
}
