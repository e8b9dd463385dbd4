package dev.javait.processor.read;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Part;
import dev.javait.processor.tree.Enclosing;
import dev.javait.processor.tree.Parentheses;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Members of local and anonymous classes in generic methods and classes. Their types may speak of type parameters from further out, which the opened view, where
 * these classes stand alone, cannot: it tells the erasure only. So what they give is cast to what it is, and so are functions that they take.
 */
final class LocalMembers {
    private final Body body;

    LocalMembers(Body body) {
        this.body = body;
    }

    /** What stands in front of the field that {@code path} reads: a parenthesis and a cast. */
    Optional<Code> field(TreePath path, Element field) {
        if (field.getKind() != ElementKind.FIELD || VariableAccess.of(path) != Part.Access.READ)
            return Optional.empty();
        return isErased(path, field)
                ? new Erased(body).cast(path, body.types.erasure(field.asType()))
                : Optional.empty();
    }

    /** The same for the value of the assignment at {@code path}, and a parenthesis around that. */
    Optional<Code> assigned(TreePath path, AssignmentTree assignment) {
        TreePath place = Parentheses.inside(new TreePath(path, assignment.getVariable()));
        Element field = body.source.element(place);
        return field != null && field.getKind() == ElementKind.FIELD && isErased(place, field)
                ? new Erased(body)
                        .cast(path, body.types.erasure(field.asType()))
                        .map(cast -> Code.join(cast, "("))
                : Optional.empty();
    }

    /** The same for the result of the call at {@code path}. */
    Optional<Code> result(TreePath path, MethodInvocationTree call) {
        var select = new TreePath(path, call.getMethodSelect());
        return body.source.element(select) instanceof ExecutableElement method && isErased(select, method)
                ? new Erased(body).cast(path, body.types.erasure(method.getReturnType()))
                : Optional.empty();
    }

    /**
     * What stands in front of {@code argument}, the one at {@code index} of the call at {@code path}, where javac could not tell its type any more.
     *
     * @param bridged whether a bridge is called, which knows erased types only
     */
    Optional<Code> argument(
            TreePath path, ExecutableElement called, ExpressionTree argument, int index, boolean bridged) {
        var argumentPath = new TreePath(path, argument);
        if (!(body.source.type(argumentPath) instanceof DeclaredType type)) return Optional.empty();
        if (isFunction(argument)) {
            boolean erased = bridged
                    || (path.getLeaf() instanceof MethodInvocationTree call
                            && isErased(new TreePath(path, call.getMethodSelect()), called));
            return erased ? Optional.of(cast(type)) : Optional.empty();
        }
        int last = called.getParameters().size() - 1;
        TypeMirror formal = called.getParameters().get(Math.min(index, last)).asType();
        return formal instanceof DeclaredType wanted
                        && !wanted.getTypeArguments().isEmpty()
                ? as(argumentPath, wanted.asElement())
                : Optional.empty();
    }

    /** What stands in front of the expression at {@code path}, whose class's supertypes the view shows without type arguments, where it is wanted as a {@code wanted}. */
    Optional<Code> as(TreePath path, Element wanted) {
        TypeMirror type = body.source.type(path);
        return type instanceof DeclaredType declared && isErased((TypeElement) declared.asElement())
                ? supertype(type, wanted).map(this::cast)
                : Optional.empty();
    }

    /** What stands in front of the reference at {@code path} to a method of an object: a cast to the function, by way of its erasure. */
    Optional<Code> bound(TreePath path, MemberReferenceTree node) {
        TypeMirror function = body.source.type(path);
        return function != null && isErased(path, node)
                ? Optional.of(Code.join(cast(function), "(", body.typeReader.of(body.types.erasure(function)), ") "))
                : Optional.empty();
    }

    /** Whether the method that {@code node} refers to is one of those, and no static one. */
    boolean isErased(TreePath path, MemberReferenceTree node) {
        return node.getMode() == MemberReferenceTree.ReferenceMode.INVOKE
                && body.source.element(path) instanceof ExecutableElement method
                && !method.getModifiers().contains(Modifier.STATIC)
                && body.source.type(new TreePath(path, node.getQualifierExpression())) instanceof DeclaredType receiver
                && isErased((TypeElement) receiver.asElement());
    }

    private Code cast(TypeMirror type) {
        return Code.join("((", body.typeReader.of(type), ") ");
    }

    private static boolean isFunction(ExpressionTree argument) {
        Tree tree = argument;
        while (tree instanceof ParenthesizedTree inner) tree = inner.getExpression();
        return tree instanceof LambdaExpressionTree || tree instanceof MemberReferenceTree;
    }

    private Optional<TypeMirror> supertype(TypeMirror type, Element wanted) {
        if (type instanceof DeclaredType declared && declared.asElement().equals(wanted)) return Optional.of(type);
        return body.types.directSupertypes(type).stream()
                .flatMap(parent -> supertype(parent, wanted).stream())
                .findFirst();
    }

    /** Whether the view shows {@code member}, as {@code path} names it, without type arguments. */
    private boolean isErased(TreePath path, Element member) {
        if (member.getModifiers().contains(Modifier.STATIC)) return false;
        if (path.getLeaf() instanceof IdentifierTree)
            return isErased(new MemberAccess(body).enclosingWith(path, member, Enclosing.type(member)));
        return path.getLeaf() instanceof MemberSelectTree select
                && body.source.type(new TreePath(path, select.getExpression())) instanceof DeclaredType receiver
                && isErased((TypeElement) receiver.asElement());
    }

    /** Whether {@code type} is local, in what has type parameters. */
    private static boolean isErased(TypeElement type) {
        if (!ClassNames.isLocal(type)) return false;
        TypeElement outermost = type;
        while (outermost.getNestingKind() == NestingKind.MEMBER) outermost = Enclosing.type(outermost);
        for (Element at = outermost.getEnclosingElement(); at != null; at = at.getEnclosingElement()) {
            boolean isInitializer =
                    at.getKind() == ElementKind.INSTANCE_INIT || at.getKind() == ElementKind.STATIC_INIT;
            if (!isInitializer
                    && at instanceof Parameterizable generic
                    && !generic.getTypeParameters().isEmpty()) return true;
        }
        return false;
    }
}
