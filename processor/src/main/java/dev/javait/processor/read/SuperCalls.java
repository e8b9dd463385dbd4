package dev.javait.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.model.Bridge;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Part;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/** {@code super.m(…)}: only the user's class itself can say it, so a bridge there does. */
final class SuperCalls {
    /**
     * What stands around a call: {@code before} the whole, instead of {@code super.m}, and {@code after} the whole.
     *
     * @param elements what the variable arguments become the elements of, where javac could not tell any more
     */
    record Call(Code before, Code select, Code after, Optional<Elements> elements) {}

    /** The arguments from {@code first} on, in an array that is made by {@code open} and a closing brace. */
    record Elements(int first, Code open) {}

    private final Body body;

    SuperCalls(Body body) {
        this.body = body;
    }

    Optional<Call> call(TreePath path, MethodInvocationTree node) {
        if (!(node.getMethodSelect() instanceof MemberSelectTree select)) return Optional.empty();
        var selectPath = new TreePath(path, select);
        Optional<String> name = bridge(selectPath, select.getExpression());
        if (name.isEmpty()) return Optional.empty();
        Code self = Code.join(instance(selectPath, select.getExpression()), "." + name.get());
        return Optional.of(call(path, node, self));
    }

    /** The call of a bridge, which is {@code select}, instead of {@code node}. */
    Call call(TreePath path, MethodInvocationTree node, Code select) {
        var method = (ExecutableElement)
                Objects.requireNonNull(body.source.element(new TreePath(path, node.getMethodSelect())));
        Optional<Code> cast = new Erased(body).cast(path, body.types.erasure(method.getReturnType()));
        Code after = cast.isPresent() ? Code.of(")") : Code.EMPTY;
        return new Call(cast.orElse(Code.EMPTY), select, after, elements(path, node, method));
    }

    /**
     * The bridge takes {@code Object[]} for {@code T...}, but the array is one of what {@code T} is at this call.
     */
    private Optional<Elements> elements(TreePath path, MethodInvocationTree node, ExecutableElement method) {
        if (!method.isVarArgs()
                || !(body.source.type(new TreePath(path, node.getMethodSelect())) instanceof ExecutableType typed))
            return Optional.empty();
        int first = method.getParameters().size() - 1;
        TypeMirror declared =
                body.types.erasure(method.getParameters().get(first).asType());
        TypeMirror array = body.types.erasure(typed.getParameterTypes().get(first));
        if (body.types.isSameType(array, declared) || passesArray(path, node, first, declared)) return Optional.empty();
        return Optional.of(new Elements(first, Code.join("new ", body.typeReader.of(array), " {")));
    }

    private boolean passesArray(TreePath path, MethodInvocationTree node, int last, TypeMirror declared) {
        if (node.getArguments().size() != last + 1) return false;
        TypeMirror given =
                body.source.type(new TreePath(path, node.getArguments().get(last)));
        return given == null || body.types.isAssignable(body.types.erasure(given), declared);
    }

    /** The name of the bridge for the method that {@code path} names, if {@code receiver} is a kind of {@code super}. */
    Optional<String> bridge(TreePath path, ExpressionTree receiver) {
        Optional<TypeElement> host = host(path, receiver);
        if (host.isEmpty() || !(body.source.element(path) instanceof ExecutableElement method)) return Optional.empty();
        if (method.getModifiers().contains(javax.lang.model.element.Modifier.STATIC)) return Optional.empty();
        TypeElement named = named(path, receiver);
        TypeElement owner = named.getKind().isInterface() ? named : superclass(host.get());
        String internalHost = body.names.internal(host.get());
        String internal = body.names.internal(owner);
        String descriptor = body.descriptors.of(method);
        boolean isInterface = owner.getKind().isInterface();
        String called = method.getSimpleName().toString();
        return Optional.of(body.bridge(
                "super$" + called,
                name -> new Bridge.SuperCall(name, internalHost, internal, called, descriptor, isInterface)));
    }

    /** The class whose {@code super} {@code receiver} is. */
    Optional<TypeElement> host(TreePath path, ExpressionTree receiver) {
        boolean simple =
                receiver instanceof IdentifierTree name && name.getName().contentEquals("super");
        boolean qualified = receiver instanceof MemberSelectTree select
                && select.getIdentifier().contentEquals("super");
        if (!simple && !qualified) return Optional.empty();
        TypeElement named = named(path, receiver);
        return Optional.of(named.getKind().isInterface() ? body.owner : named);
    }

    /** {@code T} of {@code T.super}; the user's class, if there is none. */
    private TypeElement named(TreePath path, ExpressionTree receiver) {
        return receiver instanceof MemberSelectTree select
                        && body.source.element(new TreePath(new TreePath(path, select), select.getExpression()))
                                instanceof TypeElement type
                ? type
                : body.owner;
    }

    private static TypeElement superclass(TypeElement type) {
        return (TypeElement) ((DeclaredType) type.getSuperclass()).asElement();
    }

    /** The object whose {@code super} {@code receiver} is: {@code this}, or an enclosing instance for {@code Outer.super}. */
    Code instance(TreePath path, ExpressionTree receiver) {
        if (receiver instanceof MemberSelectTree qualified
                && body.source.element(new TreePath(new TreePath(path, qualified), qualified.getExpression()))
                        instanceof TypeElement named
                && !named.getKind().isInterface()) {
            return new MemberAccess(body).instance(path, named);
        }
        return Code.of(new Part.Self());
    }
}
