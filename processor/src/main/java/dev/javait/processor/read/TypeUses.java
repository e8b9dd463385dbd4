package dev.javait.processor.read;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.javait.processor.model.Code;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/** Names of classes in the user's text. */
final class TypeUses {
    private final Body body;

    TypeUses(Body body) {
        this.body = body;
    }

    /**
     * What to write for the name of {@code type} at {@code path}: {@code Tree<T>.Node} where the user says {@code Node} within
     * {@code Tree<T>}, or {@code Leaf.Node} of a class that extends {@code Tree<T>}; {@code Tree.Node} would be raw.
     */
    Code name(TreePath path, TypeElement type) {
        Code bare = Code.join(body.names.of(type));
        if (path.getParentPath().getLeaf() instanceof MemberSelectTree) {
            Element member = body.source.element(path.getParentPath());
            if (member != null && isObscured(type, member)) return Code.join("((", bare, ") null)");
        }
        if (type.getNestingKind() != NestingKind.MEMBER || !ClassNames.isInner(type) || isErased(path)) return bare;
        return body.source.type(whole(path)) instanceof DeclaredType used
                        && used.getEnclosingType() instanceof DeclaredType outer
                        && TypeReader.isParameterized(outer)
                ? Code.join(body.typeReader.of(outer), "." + type.getSimpleName())
                : bare;
    }

    /** The value of {@code member} of {@code type}, if that is a constant and a variable in the text has the name that the type begins with. */
    Optional<Code> constant(TypeElement type, Element member) {
        Object value = member instanceof VariableElement field ? field.getConstantValue() : null;
        return value != null && isObscured(type)
                ? Optional.of(Constants.written(body.elements, value))
                : Optional.empty();
    }

    /**
     * Whether a variable in the text has the name that {@code type} begins with, with its package or without, so that {@code member} is to be had by a cast
     * to the type. Methods of interfaces are not.
     */
    boolean isObscured(TypeElement type, Element member) {
        boolean isMethod =
                member.getKind() == ElementKind.METHOD && !type.getKind().isInterface();
        return (isMethod || isField(member)) && isObscured(type);
    }

    /** None that Java has by itself, as {@code class} is one for javac, and none that a {@code case} may say. */
    private static boolean isField(Element member) {
        return member.getKind() == ElementKind.FIELD
                && !SourceVersion.isKeyword(member.getSimpleName())
                && ((VariableElement) member).getConstantValue() == null;
    }

    private boolean isObscured(TypeElement type) {
        var name = body.names.of(type);
        String whole = name.packageName().isEmpty() ? name.simpleNames().get(0) : name.packageName();
        String first = whole.replaceFirst("\\..*", "");
        return body.ownVariables().keySet().stream()
                .anyMatch(variable -> variable.getSimpleName().contentEquals(first));
    }

    /** Whether no type arguments may stand there: in a class literal, and in front of a static member. */
    private static boolean isErased(TreePath path) {
        TreePath parent = path.getParentPath();
        while (parent.getLeaf() instanceof ArrayTypeTree || parent.getLeaf() instanceof AnnotatedTypeTree) {
            parent = parent.getParentPath();
        }
        return parent.getLeaf() instanceof MemberSelectTree;
    }

    /** The type with the arguments behind the name at {@code path}, if there are any: javac tells only there what it is a member of. */
    private static TreePath whole(TreePath path) {
        Tree name = path.getLeaf();
        TreePath parent = path.getParentPath();
        if (parent.getLeaf() instanceof AnnotatedTypeTree) return whole(parent);
        return parent.getLeaf() instanceof ParameterizedTypeTree generic && generic.getType() == name ? parent : path;
    }
}
