package dev.javait.processor.lint;

import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.diagnose.Message;
import dev.javait.processor.tree.Enclosing;
import dev.javait.processor.tree.Source;
import dev.javait.processor.tree.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * A call whose result nobody takes. It counts what the method declares, not what a type argument makes of it, unless it is a function's: {@code map.put(k,
 * coroutine)} gives back an old coroutine and makes none.
 */
final class Dropped {
    private static final Set<String> MAKE_TASKS = Set.of("createTask", "gather", "gatherOutcomes", "shield");
    /** {@code verify(mock).load()} calls to say which call is meant. */
    private static final List<String> RECORDERS = List.of("org.mockito", "org.easymock");

    private static final String RUN =
            "await it, return it, spawn it in a TaskGroup, or make a task of it with createTask(…)";
    private static final String LOOP = "loop over it with for (var x : awaitEach(…)), or return it";

    private final Source source;
    private final Elements elements;
    private final Types types;
    private final Optional<TypeMirror> coroutine;
    private final Optional<TypeMirror> generator;

    Dropped(Source source, Elements elements, Types types) {
        this.source = source;
        this.elements = elements;
        this.types = types;
        this.coroutine = erased("dev.javait.Coroutine");
        this.generator = erased("dev.javait.AsyncIterable");
    }

    private Optional<TypeMirror> erased(String type) {
        return Optional.ofNullable(elements.getTypeElement(type)).map(known -> types.erasure(known.asType()));
    }

    /** What to say of the statement that is {@code call}, if it makes a coroutine. */
    Optional<String> coroutine(TreePath path, MethodInvocationTree call) {
        ExecutableElement method = method(path, call);
        if (Words.at(source, path).filter(Words.AWAIT::equals).isPresent())
            return coroutineOf(source.type(path), "comes out of the await");
        Optional<String> text = method != null && isMaker(method)
                ? coroutineOf(source.type(path), method.getSimpleName() + "() makes")
                : coroutineOf(method);
        return text.filter(said -> !isRecorded(path, call));
    }

    /** What to say of the statement that is {@code call}, if it makes a task. */
    Optional<String> task(TreePath path, MethodInvocationTree call) {
        ExecutableElement method = method(path, call);
        if (method == null || !MAKE_TASKS.contains(method.getSimpleName().toString())) return Optional.empty();
        return Enclosing.type(method).getQualifiedName().contentEquals("dev.javait.Javait")
                ? Optional.of(Message.TASK_DROPPED.with(method.getSimpleName()))
                : Optional.empty();
    }

    /** The same for {@code () -> call} where nothing is to be returned. */
    Optional<String> byLambda(TreePath lambda, MethodInvocationTree call) {
        if (lambda.getLeaf() instanceof LambdaExpressionTree && !isVoid(source.type(lambda))) return Optional.empty();
        return coroutine(new TreePath(lambda, call), call);
    }

    /** The same for {@code this::call}. */
    Optional<String> byReference(TreePath path, MemberReferenceTree node) {
        if (node.getMode() != MemberReferenceTree.ReferenceMode.INVOKE || !isVoid(source.type(path)))
            return Optional.empty();
        return source.element(path) instanceof ExecutableElement method ? coroutineOf(method) : Optional.empty();
    }

    private @Nullable ExecutableElement method(TreePath path, MethodInvocationTree call) {
        return source.element(new TreePath(path, call.getMethodSelect())) instanceof ExecutableElement method
                ? method
                : null;
    }

    private Optional<String> coroutineOf(@Nullable ExecutableElement method) {
        return method == null
                ? Optional.empty()
                : coroutineOf(method.getReturnType(), method.getSimpleName() + "() makes");
    }

    private Optional<String> coroutineOf(@Nullable TypeMirror given, String maker) {
        if (!(given instanceof DeclaredType type) || type.getKind() == TypeKind.ERROR) return Optional.empty();
        if (isA(type, coroutine))
            return Optional.of(Message.COROUTINE_DROPPED.with("runs the coroutine that " + maker, RUN));
        return isA(type, generator)
                ? Optional.of(Message.COROUTINE_DROPPED.with("goes through the generator that " + maker, LOOP))
                : Optional.empty();
    }

    private boolean isA(TypeMirror type, Optional<TypeMirror> known) {
        return known.isPresent() && types.isSubtype(types.erasure(type), known.get());
    }

    /** Whether {@code method} is that of a function, {@code Supplier<Coroutine<Page>>} for one. */
    private boolean isMaker(ExecutableElement method) {
        if (!method.getModifiers().contains(Modifier.ABSTRACT)) return false;
        return elements.getPackageOf(method).getQualifiedName().contentEquals("java.util.function")
                || Enclosing.type(method).getQualifiedName().contentEquals("java.util.concurrent.Callable");
    }

    private boolean isRecorded(TreePath path, MethodInvocationTree call) {
        if (!(call.getMethodSelect() instanceof MemberSelectTree select)
                || !(select.getExpression() instanceof MethodInvocationTree receiver)) return false;
        var at = new TreePath(new TreePath(path, select), receiver);
        ExecutableElement method = method(at, receiver);
        if (method == null) return false;
        String name = elements.getPackageOf(method).getQualifiedName().toString();
        return RECORDERS.stream().anyMatch(name::startsWith);
    }

    /** Whether the method of the functional interface {@code type} returns nothing. */
    private boolean isVoid(@Nullable TypeMirror type) {
        if (!(type instanceof DeclaredType declared) || !(declared.asElement() instanceof TypeElement element))
            return false;
        List<ExecutableElement> methods = ElementFilter.methodsIn(elements.getAllMembers(element)).stream()
                .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
                .filter(method -> !isOfObject(method))
                .toList();
        return !methods.isEmpty()
                && methods.stream().allMatch(method -> method.getReturnType().getKind() == TypeKind.VOID);
    }

    /** {@code Comparator.equals}: what every object has is not what the interface is for. */
    private boolean isOfObject(ExecutableElement method) {
        Element object = elements.getTypeElement("java.lang.Object");
        return object != null
                && object.getKind() == ElementKind.CLASS
                && ElementFilter.methodsIn(object.getEnclosedElements()).stream()
                        .anyMatch(known -> known.getSimpleName().equals(method.getSimpleName())
                                && known.getParameters().size()
                                        == method.getParameters().size());
    }
}
