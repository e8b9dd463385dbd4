package dev.javait.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.model.Bridge;
import dev.javait.processor.model.Code;
import dev.javait.processor.tree.Enclosing;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Static methods that the name of their class does not lead to, because a method of objects has their name and would take the arguments too. It is none of those
 * that are imported. And of a generic interface nothing but the bare name is allowed, behind which its parameters are erased.
 */
final class StaticCalls {
    private final Body body;

    StaticCalls(Body body) {
        this.body = body;
    }

    /** The call of a bridge, instead of {@code node}. */
    Optional<SuperCalls.Call> call(TreePath path, MethodInvocationTree node) {
        if (!(node.getMethodSelect() instanceof IdentifierTree name)
                || !(body.source.element(new TreePath(path, name)) instanceof ExecutableElement method)
                || !method.getModifiers().contains(Modifier.STATIC)) return Optional.empty();
        TypeElement type = body.qualifiers.of(method);
        boolean isBare =
                type.getKind().isInterface() && !type.getTypeParameters().isEmpty();
        return (isBare || isImported(method)) && isOvershadowed(method, type, path, node)
                ? Optional.of(new SuperCalls(body).call(path, node, bridge(type, method)))
                : Optional.empty();
    }

    private boolean isImported(Element method) {
        return body.qualifiers.inheriting(method, Enclosing.type(method)).isEmpty();
    }

    private boolean isOvershadowed(Element method, TypeElement type, TreePath path, MethodInvocationTree call) {
        return body.elements.getAllMembers(type).stream()
                .filter(other -> other.getKind() == ElementKind.METHOD
                        && other.getSimpleName().equals(method.getSimpleName())
                        && !other.getModifiers().contains(Modifier.STATIC))
                .anyMatch(other -> takes((ExecutableElement) other, path, call));
    }

    private boolean takes(ExecutableElement method, TreePath path, MethodInvocationTree call) {
        List<? extends VariableElement> parameters = method.getParameters();
        if (method.isVarArgs()) return call.getArguments().size() >= parameters.size() - 1;
        if (call.getArguments().size() != parameters.size()) return false;
        for (int i = 0; i < parameters.size(); i++) {
            ExpressionTree argument = call.getArguments().get(i);
            TypeMirror given = body.source.type(new TreePath(path, argument));
            TypeMirror wanted = body.types.erasure(parameters.get(i).asType());
            if (given != null && !body.types.isAssignable(body.types.erasure(given), wanted)) return false;
        }
        return true;
    }

    private Code bridge(TypeElement type, ExecutableElement method) {
        String owner = body.names.internal(type);
        String called = method.getSimpleName().toString();
        String descriptor = body.descriptors.of(method);
        boolean isInterface = type.getKind().isInterface();
        String bridge = body.bridge(
                "static$" + called, name -> new Bridge.StaticCall(name, owner, called, descriptor, isInterface));
        return Code.join(body.names.of(body.owner), "." + bridge);
    }
}
