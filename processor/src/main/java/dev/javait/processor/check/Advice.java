package dev.javait.processor.check;

import dev.javait.processor.tree.Enclosing;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What to do about a word where it cannot suspend. */
final class Advice {
    private static final String ANNOTATE = "annotate it with @Async";
    private static final String YIELD = "yield from an @Async method of its own that returns an AsyncIterable";

    private final Elements elements;
    private final Types types;

    Advice(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** In a constructor. */
    static String inConstructor(String word) {
        if (word.equals("emit")) return YIELD;
        String how = word.equals("awaitEach") ? "loop" : "await";
        return how + " in an @Async factory method and pass the result in";
    }

    /** Where a field or an object is initialised. */
    static String inInitializer(String word) {
        if (word.equals("emit")) return YIELD;
        String how = word.equals("awaitEach") ? "loop" : "await";
        return how + " in an @Async method and assign the result";
    }

    /** In {@code method}, which is not {@code @Async}. */
    String in(ExecutableElement method, String word) {
        if (word.equals("emit")) {
            if (SignatureCheck.isGenerator(method)) return ANNOTATE;
            return overridden(method)
                    .map(other -> signatureOf(other) + YIELD)
                    .orElse(ANNOTATE + " and return an AsyncIterable");
        }
        TypeMirror type = method.getReturnType();
        if (isMain(method) || type.getKind() != TypeKind.VOID && SignatureCheck.isAsyncResult(type)) return ANNOTATE;
        return overridden(method)
                .map(other -> signatureOf(other)
                        + "await in an @Async method of its own, of which this one may make a task by createTask(…)")
                .orElseGet(() -> type.getKind() == TypeKind.VOID && isOfFramework(method)
                        ? ANNOTATE
                        : ANNOTATE + " and return a " + SignatureCheck.coroutine(type));
    }

    private static String signatureOf(ExecutableElement method) {
        return "its signature is that of " + Enclosing.type(method).getSimpleName() + "." + method.getSimpleName()
                + "(); ";
    }

    /** A program's {@code main} stays void: it runs its body to the end. */
    private static boolean isMain(ExecutableElement method) {
        return method.getReturnType().getKind() == TypeKind.VOID
                && method.getSimpleName().contentEquals("main");
    }

    /** Whether an annotation, {@code @Test} for one, has somebody call it who takes no coroutine. */
    private boolean isOfFramework(ExecutableElement method) {
        return method.getAnnotationMirrors().stream()
                .map(AnnotationMirror::getAnnotationType)
                .map(type -> elements.getPackageOf(type.asElement()))
                .map(PackageElement::getQualifiedName)
                .anyMatch(name -> !name.contentEquals("java.lang"));
    }

    private Optional<ExecutableElement> overridden(ExecutableElement method) {
        TypeElement type = Enclosing.type(method);
        return overridden(method, type, type.asType());
    }

    private Optional<ExecutableElement> overridden(ExecutableElement method, TypeElement type, TypeMirror below) {
        for (TypeMirror supertype : types.directSupertypes(below)) {
            var above = (TypeElement) ((DeclaredType) supertype).asElement();
            Optional<ExecutableElement> found = ElementFilter.methodsIn(above.getEnclosedElements()).stream()
                    .filter(other -> elements.overrides(method, other, type))
                    .findFirst()
                    .or(() -> overridden(method, type, supertype));
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }
}
