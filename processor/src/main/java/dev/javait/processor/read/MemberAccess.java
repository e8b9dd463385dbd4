package dev.javait.processor.read;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.diagnose.Message;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Part;
import dev.javait.processor.tree.Enclosing;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What a name of the user's means, written so that it means the same outside of the user's class. */
final class MemberAccess {
    /** The field of the opened view that holds the enclosing instance. */
    private static final String OUTER = ".this$outer";
    /** What a field that holds a captured variable is called, but for the variable's name. */
    private static final String CAPTURED = ".val$";

    private final Body body;

    MemberAccess(Body body) {
        this.body = body;
    }

    /** The replacement for a simple name that is no variable of the method; empty where the text can stay. */
    Optional<Code> simpleName(TreePath path, Element element) {
        String name = ((IdentifierTree) path.getLeaf()).getName().toString();
        if (name.equals("this")) return Optional.of(self());
        if (name.equals("super")) return Optional.of(isOfSuperclass(path) ? asSuper(body.owner, self()) : self());
        return switch (element.getKind()) {
            case FIELD -> Optional.of(constant(element).orElseGet(() -> member(path, element, name)));
            case ENUM_CONSTANT, METHOD -> Optional.of(member(path, element, name));
            case CLASS, INTERFACE, ENUM, RECORD, ANNOTATION_TYPE ->
                Optional.of(new TypeUses(body).name(path, (TypeElement) element));
            case LOCAL_VARIABLE, PARAMETER, EXCEPTION_PARAMETER, RESOURCE_VARIABLE, BINDING_VARIABLE ->
                body.ownVariables().containsKey(element) ? Optional.empty() : Optional.of(captured(element));
            default -> Optional.empty();
        };
    }

    /** The replacement for the whole of {@code a.b}; empty where only {@code a} may need one. */
    Optional<Code> select(TreePath path, MemberSelectTree node) {
        Element element = body.source.element(path);
        String name = node.getIdentifier().toString();
        if (name.equals("this")
                && element != null
                && body.source.element(new TreePath(path, node.getExpression())) instanceof TypeElement type) {
            return Optional.of(instance(path, type));
        }
        if (name.equals("super") && isOfSuperclass(path))
            return outer(path, node).map(type -> asSuper(type, instance(path, type)));
        if (name.equals("class") || name.equals("super")) return Optional.empty();
        // what another class has from one that nobody sees keeps the name that the user has given it
        if (element instanceof TypeElement type)
            return body.qualifiers.isVisible(type)
                    ? Optional.of(new TypeUses(body).name(path, type))
                    : Optional.empty();
        return element != null
                        && body.source.element(new TreePath(path, node.getExpression())) instanceof TypeElement type
                ? new TypeUses(body).constant(type, element)
                : Optional.empty();
    }

    /** {@code Outer} of {@code Outer.super}. */
    private Optional<TypeElement> outer(TreePath path, MemberSelectTree node) {
        return body.source.element(new TreePath(path, node.getExpression())) instanceof TypeElement type
                ? Optional.of(type)
                : Optional.empty();
    }

    /** Whether {@code receiver}, a kind of {@code super}, is that of a field or a static method: which one is meant, the object's type says. */
    private boolean isOfSuperclass(TreePath receiver) {
        TreePath select = receiver.getParentPath();
        Element member = select.getLeaf() instanceof MemberSelectTree ? body.source.element(select) : null;
        return member != null
                && (member.getKind() == ElementKind.FIELD
                        || member.getKind() == ElementKind.METHOD
                                && member.getModifiers().contains(Modifier.STATIC));
    }

    /** {@code object}, a {@code type}, as an object of its superclass: what the type itself declares is not meant. */
    private Code asSuper(TypeElement type, Code object) {
        return body.typeReader.cast(type.getSuperclass(), object);
    }

    private Code member(TreePath path, Element element, String name) {
        return Code.join(owner(path, element), "." + name);
    }

    /** By its simple name it is a constant expression, as it is not in {@code self.name}; and javac asks no object for it. */
    private Optional<Code> constant(Element field) {
        Object constant = ((VariableElement) field).getConstantValue();
        if (constant == null) return Optional.empty();
        if (field.getModifiers().contains(Modifier.STATIC))
            return new TypeUses(body).constant(body.qualifiers.of(field), field);
        return Optional.of(Constants.written(body.elements, constant));
    }

    private Code self() {
        if (!body.hasSelf) throw new Erroneous("this where there is none");
        return Code.of(new Part.Self());
    }

    /** What {@code member}, which the text names alone, is a member of. */
    Code owner(TreePath path, Element member) {
        var declaring = Enclosing.type(member);
        if (member.getModifiers().contains(Modifier.STATIC)) return ofClass(body.qualifiers.of(member), member);
        return instance(path, enclosingWith(path, member, declaring));
    }

    /**
     * {@code Type}, of which {@code member} is; where there are methods of objects with that name too, {@code ((Type<?>) null)}: behind the bare name of a generic class
     * their parameters are erased, and they would fit more arguments than they do within it.
     */
    private Code ofClass(TypeElement type, Element member) {
        Code name = Code.join(body.names.of(type));
        if (new TypeUses(body).isObscured(type, member)) return Code.join("((", name, ") null)");
        int parameters = type.getTypeParameters().size();
        boolean isOfGeneric = type.getKind().isClass()
                && parameters > 0
                && (type.getNestingKind() == NestingKind.TOP_LEVEL
                        || type.getModifiers().contains(Modifier.STATIC));
        if (!isOfGeneric || member.getKind() != ElementKind.METHOD) return name;
        boolean isOverloaded = body.elements.getAllMembers(type).stream()
                .anyMatch(other -> other.getKind() == ElementKind.METHOD
                        && other.getSimpleName().equals(member.getSimpleName())
                        && !other.getModifiers().contains(Modifier.STATIC));
        if (!isOverloaded) return name;
        String any = String.join(", ", Collections.nCopies(parameters, "?"));
        return Code.join("((", name, "<" + any + ">) null)");
    }

    /** The innermost enclosing class that has {@code member}, by inheritance or by declaration. */
    TypeElement enclosingWith(TreePath path, Element member, TypeElement declaring) {
        return body.qualifiers
                .inheriting(member, declaring)
                .orElseThrow(() -> new Unsupported(
                        path.getLeaf(), Message.UNSUPPORTED, "the member " + member, "qualify it with its object"));
    }

    static @Nullable TypeElement outer(TypeElement type) {
        if (type.getNestingKind() == NestingKind.TOP_LEVEL) return null;
        Element element = type.getEnclosingElement();
        while (element != null && !(element instanceof TypeElement)) {
            element = element.getEnclosingElement();
        }
        return (TypeElement) element;
    }

    /** The class around {@code type}, which is none of the outermost ones. */
    static TypeElement enclosing(TypeElement type) {
        return Objects.requireNonNull(outer(type), () -> type + " is an outermost class");
    }

    /** {@code Outer.this}. */
    Code instance(TreePath path, TypeElement wanted) {
        var outers = new Outers(body.localClasses);
        Code code = self();
        for (TypeElement type = body.owner; type != null; ) {
            if (type.equals(wanted)) return code;
            TypeElement held = outers.of(type);
            code = held == null ? code : typed(held.asType(), Code.join(code, OUTER));
            type = held;
        }
        throw new Unsupported(path.getLeaf(), Message.UNSUPPORTED, wanted + ".this", "pass the object in");
    }

    /**
     * A variable of a method around the class that the method belongs to: a constant, or kept in a field. Whether in one of this
     * class or of one around it is javac's affair, and the opened view's.
     */
    Code captured(Element variable) {
        Object constant = ((VariableElement) variable).getConstantValue();
        if (constant != null) return Constants.written(body.elements, constant);
        if (!body.hasSelf || body.ownVariables().containsKey(variable))
            return Code.of(variable.getSimpleName().toString());
        body.localClasses.refuseNamesakes(body.owner, (VariableElement) variable);
        return typed(variable.asType(), Code.join(Code.of(new Part.Self()), CAPTURED + variable.getSimpleName()));
    }

    /** Fields that javac adds know only the erasure of their type. */
    private Code typed(TypeMirror type, Code field) {
        boolean erased = type.getKind().isPrimitive() || body.types.isSameType(type, body.types.erasure(type));
        return erased ? field : body.typeReader.cast(type, field);
    }
}
