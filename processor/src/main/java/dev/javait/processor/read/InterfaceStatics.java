package dev.javait.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.diagnose.Message;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Static methods of generic interfaces. From outside they can be called by the bare name of the interface alone, behind which the parameters of the methods of its objects
 * are erased: where one of those has the same name and would then take the arguments too, javac could not tell which is meant.
 */
final class InterfaceStatics {
    private final Body body;

    InterfaceStatics(Body body) {
        this.body = body;
    }

    /** @param path the simple name of {@code member}, which {@code type} declares */
    void refuseNamesakes(TreePath path, TypeElement type, Element member) {
        if (type.getTypeParameters().isEmpty()
                || member.getKind() != ElementKind.METHOD
                || !(path.getParentPath().getLeaf() instanceof MethodInvocationTree call)) return;
        if (!areTaken(path.getParentPath(), call, type, member)) return;
        throw new Unsupported(
                call,
                Message.UNSUPPORTED,
                "the static " + member.getSimpleName()
                        + "() of a generic interface, whose objects have a method of that name too,",
                "give one of the two another name");
    }

    /** Whether methods of objects of {@code type} with {@code member}'s name would take the arguments of {@code call}. */
    boolean areTaken(TreePath path, MethodInvocationTree call, TypeElement type, Element member) {
        return body.elements.getAllMembers(type).stream()
                .filter(other -> other.getKind() == ElementKind.METHOD
                        && other.getSimpleName().equals(member.getSimpleName())
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
}
