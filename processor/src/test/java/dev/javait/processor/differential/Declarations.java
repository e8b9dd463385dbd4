package dev.javait.processor.differential;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** The beginnings of the two methods that are made of one. */
final class Declarations {
    private final Function<Tree, String> texts;

    /** @param texts what stands in the file */
    Declarations(Function<Tree, String> texts) {
        this.texts = texts;
    }

    /** The type of what {@code method} gives, or null for nothing. */
    static @Nullable Tree result(MethodTree method) {
        Tree result = method.getReturnType();
        boolean isVoid =
                result instanceof PrimitiveTypeTree primitive && primitive.getPrimitiveTypeKind() == TypeKind.VOID;
        return isVoid ? null : result;
    }

    /** {@code return Sown.run(twice$0(x)); }}. */
    static String delegation(MethodTree method, String name) {
        String arguments = method.getParameters().stream()
                .map(parameter -> parameter.getName().toString())
                .collect(Collectors.joining(", "));
        return (result(method) == null ? " " : " return ") + Sower.SOWN + "run(" + name + "(" + arguments + ")); }";
    }

    /** <code>&#64;Async private Coroutine&lt;Integer> twice$0(int x) {</code>. */
    String coroutine(MethodTree method, String name) {
        StringBuilder text = new StringBuilder(" @dev.javait.Async private ");
        if (method.getModifiers().getFlags().contains(Modifier.STATIC)) text.append("static ");
        if (!method.getTypeParameters().isEmpty())
            text.append("<").append(joined(method.getTypeParameters())).append("> ");
        Tree result = result(method);
        text.append("dev.javait.Coroutine<")
                .append(result == null ? "Void" : boxed(result))
                .append("> ");
        text.append(name).append("(").append(joined(method.getParameters())).append(")");
        if (!method.getThrows().isEmpty()) text.append(" throws ").append(joined(method.getThrows()));
        return text.append(" {").toString();
    }

    private String joined(List<? extends Tree> trees) {
        return trees.stream().map(texts).collect(Collectors.joining(", "));
    }

    private String boxed(Tree type) {
        if (!(type instanceof PrimitiveTypeTree primitive)) return texts.apply(type);
        return switch (primitive.getPrimitiveTypeKind()) {
            case INT -> "Integer";
            case CHAR -> "Character";
            default -> {
                String name = texts.apply(type);
                yield name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
            }
        };
    }
}
