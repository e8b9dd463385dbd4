package dev.javait.processor.check;

import dev.javait.processor.diagnose.Message;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Whether a method may be {@code @Async} at all, by what stands in front of its body. */
public final class SignatureCheck {
    private static final Set<String> RETURNS = Set.of(
            "dev.javait.Coroutine",
            "dev.javait.AsyncIterable",
            "java.util.concurrent.CompletableFuture",
            "java.util.concurrent.CompletionStage");

    /** What stands for a result already. */
    private static final Set<String> AWAITED = Set.of("Task", "Promise", "Awaitable", "Future", "Done");

    /** The frame's constructor takes them too, and the frame itself. */
    private static final int MOST_SLOTS = 254;

    private SignatureCheck() {}

    /** What is wrong with the {@code @Async} element {@code element}, if anything is. */
    public static Optional<String> run(Element element) {
        if (element.getKind() == ElementKind.CONSTRUCTOR) return Optional.of(Message.CONSTRUCTOR.with());
        if (!(element instanceof ExecutableElement method)) return Optional.empty();
        String name = method.getSimpleName() + "()";
        Set<Modifier> modifiers = method.getModifiers();
        if (modifiers.contains(Modifier.NATIVE)) return Optional.of(Message.NATIVE.with(name));
        if (modifiers.contains(Modifier.ABSTRACT)) return Optional.of(Message.ABSTRACT.with(name));
        if (modifiers.contains(Modifier.SYNCHRONIZED)) return Optional.of(Message.SYNCHRONIZED_METHOD.with(name));
        if (slots(method) > MOST_SLOTS) return Optional.of(Message.TOO_MANY_PARAMETERS.with(name));
        TypeMirror type = method.getReturnType();
        if (type.getKind() == TypeKind.ERROR || isAsyncResult(type)) return Optional.empty();
        return Optional.of(Message.RETURN_TYPE.with(name, shown(type), instead(type)));
    }

    /** What the arguments take on the JVM's stack, {@code this} included. */
    private static int slots(ExecutableElement method) {
        int slots = method.getModifiers().contains(Modifier.STATIC) ? 0 : 1;
        for (VariableElement parameter : method.getParameters()) {
            TypeKind kind = parameter.asType().getKind();
            slots += kind == TypeKind.LONG || kind == TypeKind.DOUBLE ? 2 : 1;
        }
        return slots;
    }

    static boolean isAsyncResult(TypeMirror type) {
        if (type.getKind() == TypeKind.VOID) return true;
        return type instanceof DeclaredType declared
                && RETURNS.contains(
                        ((TypeElement) declared.asElement()).getQualifiedName().toString());
    }

    static boolean isGenerator(ExecutableElement method) {
        return method.getReturnType() instanceof DeclaredType type
                && type.asElement().toString().equals("dev.javait.AsyncIterable");
    }

    private static String instead(TypeMirror type) {
        return type instanceof DeclaredType declared
                        && declared.getTypeArguments().size() == 1
                        && declared.asElement().toString().equals("dev.javait.AsyncIterator")
                ? "AsyncIterable<" + shown(declared.getTypeArguments().get(0)) + ">"
                : coroutine(type);
    }

    /** The coroutine to return instead of {@code type}: for {@code int} and for a task of an Integer {@code Coroutine<Integer>}. */
    static String coroutine(TypeMirror type) {
        if (type instanceof DeclaredType declared
                && declared.getTypeArguments().size() == 1
                && AWAITED.contains(declared.asElement().getSimpleName().toString()))
            return coroutine(declared.getTypeArguments().get(0));
        return "Coroutine<" + boxed(type) + ">";
    }

    private static String boxed(TypeMirror type) {
        return switch (type.getKind()) {
            case INT -> "Integer";
            case CHAR -> "Character";
            case BOOLEAN, BYTE, SHORT, LONG, FLOAT, DOUBLE, VOID -> {
                String name = type.getKind().name();
                yield name.charAt(0) + name.substring(1).toLowerCase(java.util.Locale.ROOT);
            }
            default -> shown(type);
        };
    }

    /** Without the packages. */
    private static String shown(TypeMirror type) {
        return type.toString().replaceAll("\\b(?:[a-z_]\\w*\\.)+(?=[A-Z])", "");
    }
}
