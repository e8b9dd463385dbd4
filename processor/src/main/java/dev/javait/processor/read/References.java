package dev.javait.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.diagnose.Message;
import dev.javait.processor.model.Code;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Method references that cannot be taken over as they are: {@code super::m}, {@code Local::new}, {@code Inner::new}. */
final class References {
    private final Body body;

    References(Body body) {
        this.body = body;
    }

    /** @param use how to read a variable of the method in a lambda that stands here */
    Optional<Code> of(TreePath path, MemberReferenceTree node, Function<Element, Code> use) {
        ExpressionTree qualifier = node.getQualifierExpression();
        if (node.getMode() == MemberReferenceTree.ReferenceMode.INVOKE) {
            var supers = new SuperCalls(body);
            return supers.bridge(path, qualifier).map(name -> Code.join(supers.instance(path, qualifier), "::" + name));
        }
        TypeMirror made = body.source.type(new TreePath(path, qualifier));
        if (!(made instanceof DeclaredType type) || !(type.asElement() instanceof TypeElement element))
            return Optional.empty();
        if (ClassNames.isLocal(element)
                && element.getNestingKind() != NestingKind.MEMBER
                && element.getKind() == ElementKind.CLASS) {
            return Optional.of(localConstructor(path, node, use));
        }
        return new Creations(body).implicitOuter(path, element).map(outer -> {
            String parameters = parameters(node, body.source.type(path));
            return Code.join(
                    "(" + parameters + ") -> ", outer, ".new " + element.getSimpleName() + "(" + parameters + ")");
        });
    }

    /** {@code (argument1) -> Downloads.new$0(argument1)}: the bridge is what makes an object of a local class. */
    private Code localConstructor(TreePath path, MemberReferenceTree node, Function<Element, Code> use) {
        if (!(body.source.element(path) instanceof ExecutableElement constructor) || constructor.isVarArgs())
            throw new Unsupported(
                    node, Message.UNSUPPORTED, "this constructor reference", "write a lambda that says new");
        String parameters = parameters(node, body.source.type(path));
        Code call = new Creations(body).referenced(path, constructor, parameters, use);
        return Code.join("(" + parameters + ") -> ", call);
    }

    /** Names for the parameters of the function that {@code target} wants. */
    private String parameters(MemberReferenceTree node, @Nullable TypeMirror target) {
        if (target instanceof DeclaredType type) {
            for (Element member : body.elements.getAllMembers((TypeElement) type.asElement())) {
                if (member.getKind() == ElementKind.METHOD
                        && member.getModifiers().contains(Modifier.ABSTRACT)
                        && !isObjectMethod((ExecutableElement) member)) {
                    var names = new StringJoiner(", ");
                    int index = 0;
                    for (VariableElement ignored : ((ExecutableElement) member).getParameters())
                        names.add("argument" + ++index);
                    return names.toString();
                }
            }
        }
        throw new Unsupported(node, Message.UNSUPPORTED, "this constructor reference", "write a lambda that says new");
    }

    private boolean isObjectMethod(ExecutableElement method) {
        TypeElement object = body.elements.getTypeElement("java.lang.Object");
        return object.getEnclosedElements().stream()
                .filter(ExecutableElement.class::isInstance)
                .map(ExecutableElement.class::cast)
                .anyMatch(m -> m.getSimpleName().equals(method.getSimpleName())
                        && m.getParameters().size() == method.getParameters().size()
                        && m.getModifiers().contains(Modifier.PUBLIC));
    }
}
