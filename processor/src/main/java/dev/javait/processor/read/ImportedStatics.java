package dev.javait.processor.read;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.model.Bridge;
import dev.javait.processor.model.Code;
import dev.javait.processor.tree.Enclosing;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Static methods that are imported: no methods of objects are, but the name of their class finds those too. */
final class ImportedStatics {
    private final Body body;

    ImportedStatics(Body body) {
        this.body = body;
    }

    /** The call of a bridge instead, where a method of objects with the same name would take the arguments too. */
    Optional<SuperCalls.Call> call(TreePath path, MethodInvocationTree node) {
        if (!(node.getMethodSelect() instanceof IdentifierTree name)
                || !(body.source.element(new TreePath(path, name)) instanceof ExecutableElement method)
                || !method.getModifiers().contains(Modifier.STATIC)
                || body.qualifiers.inheriting(method, Enclosing.type(method)).isPresent()) return Optional.empty();
        TypeElement type = body.qualifiers.of(method);
        return new InterfaceStatics(body).areTaken(path, node, type, method)
                ? Optional.of(new SuperCalls(body).call(path, node, bridge(type, method)))
                : Optional.empty();
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
