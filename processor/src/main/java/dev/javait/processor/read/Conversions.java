package dev.javait.processor.read;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Expr;
import dev.javait.processor.model.RuntimeNames;
import dev.javait.processor.model.Type;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/**
 * What Java does to an operand as soon as it is there, before it looks at the next one: a box is opened, which fails for null, and
 * a part of a string concatenation is converted, which calls {@code toString}. An operand that waits for a later await must have
 * gone through that already.
 */
final class Conversions {
    private final Body body;

    Conversions(Body body) {
        this.body = body;
    }

    /** {@code value}, the operand at {@code path}, as it waits for what comes after it. */
    Expr atOnce(TreePath path, Expr value) {
        TreePath parent = path.getParentPath();
        TypeMirror type = body.source.type(path);
        if (type == null) return value;
        if (isConcatenation(parent)) return hasOwnText(type) ? converted(value) : value;
        return unboxedIn(parent, path, type, value);
    }

    /** {@code value}, the operand at {@code path} that no await comes after: what is awaited as a number is never boxed. */
    Expr unboxed(TreePath path, Expr value) {
        TreePath parent = path.getParentPath();
        TypeMirror type = body.source.type(path);
        return type == null || !(value instanceof Expr.Await) || isConcatenation(parent)
                ? value
                : unboxedIn(parent, path, type, value);
    }

    private Expr unboxedIn(TreePath parent, TreePath path, TypeMirror type, Expr value) {
        return unboxes(parent, path.getLeaf())
                ? primitive(type)
                        .map(body.typeReader::of)
                        .map(unboxed -> as(value, unboxed))
                        .orElse(value)
                : value;
    }

    /** {@code value} as an index of an array. */
    Expr index(TreePath path, Expr value) {
        return primitive(body.source.type(path))
                .map(body.typeReader::of)
                .map(unboxed -> as(value, unboxed))
                .orElse(value);
    }

    /** The type of the old value in a compound assignment to a place of type {@code type}: what it is converted to. */
    Type oldValue(TypeMirror type, String operator) {
        if (type.getKind().isPrimitive()) return body.typeReader.of(type);
        Optional<TypeMirror> primitive = primitive(type);
        if (primitive.isPresent()) return body.typeReader.of(primitive.get());
        return operator.equals("+") ? Type.of(RuntimeNames.STRING) : body.typeReader.of(type);
    }

    private static Expr as(Expr value, Type unboxed) {
        if (value instanceof Expr.Opaque opaque) return new Expr.Opaque(opaque.code(), unboxed, false);
        if (value instanceof Expr.Await await)
            return new Expr.Await(await.awaitable(), await.kind(), unboxed, await.line());
        return new Expr.Strict(List.of(new Expr.Operand(value)), unboxed);
    }

    private static Expr converted(Expr value) {
        Type string = Type.of(RuntimeNames.STRING);
        return new Expr.Strict(
                List.of(new Expr.Fixed(Code.of("\"\" + (")), new Expr.Operand(value), new Expr.Fixed(Code.of(")"))),
                string);
    }

    private boolean isConcatenation(TreePath path) {
        return path.getLeaf().getKind() == Tree.Kind.PLUS && isClass(body.source.type(path), "java.lang.String");
    }

    /** Whether converting a {@code type} to a string may run code of the user's, or give something else later. */
    private boolean hasOwnText(TypeMirror type) {
        return switch (type.getKind()) {
            case DECLARED -> primitive(type).isEmpty() && !isClass(type, "java.lang.String");
            case TYPEVAR, INTERSECTION -> true;
            default -> false;
        };
    }

    private static boolean isClass(@Nullable TypeMirror type, String name) {
        return type instanceof DeclaredType declared
                && declared.asElement().toString().equals(name);
    }

    private boolean unboxes(TreePath parent, Tree operand) {
        Tree tree = parent.getLeaf();
        if (tree instanceof BinaryTree binary) return unboxes(parent, binary);
        if (tree instanceof UnaryTree) return true;
        if (tree instanceof ConditionalExpressionTree choice) return choice.getCondition() == operand;
        if (tree instanceof TypeCastTree cast) return isPrimitive(new TreePath(parent, cast.getType()));
        if (tree instanceof ArrayAccessTree access) return access.getIndex() == operand;
        if (tree instanceof NewArrayTree array)
            return array.getDimensions().contains(operand) || holdsPrimitives(parent);
        if (tree instanceof MethodInvocationTree call)
            return takesPrimitive(
                    body.source.element(new TreePath(parent, call.getMethodSelect())), call.getArguments(), operand);
        if (tree instanceof NewClassTree made)
            return takesPrimitive(body.source.element(parent), made.getArguments(), operand);
        return false;
    }

    /** Comparing two boxes compares references. */
    private boolean unboxes(TreePath path, BinaryTree node) {
        return switch (node.getKind()) {
            case EQUAL_TO, NOT_EQUAL_TO ->
                isPrimitive(new TreePath(path, node.getLeftOperand()))
                        || isPrimitive(new TreePath(path, node.getRightOperand()));
            default -> true;
        };
    }

    private boolean isPrimitive(TreePath path) {
        TypeMirror type = body.source.type(path);
        return type != null && type.getKind().isPrimitive();
    }

    private boolean holdsPrimitives(TreePath path) {
        return body.source.type(path) instanceof ArrayType array
                && array.getComponentType().getKind().isPrimitive();
    }

    private static boolean takesPrimitive(
            @Nullable Element called, List<? extends ExpressionTree> arguments, Tree operand) {
        int index = arguments.indexOf(operand);
        if (index < 0 || !(called instanceof ExecutableElement method)) return false;
        List<? extends VariableElement> parameters = method.getParameters();
        if (method.isVarArgs() && index >= parameters.size() - 1) {
            // a box is no array, so it goes into one
            return parameters.get(parameters.size() - 1).asType() instanceof ArrayType array
                    && array.getComponentType().getKind().isPrimitive();
        }
        return index < parameters.size()
                && parameters.get(index).asType().getKind().isPrimitive();
    }

    /** The primitive that is in a box of {@code type}; empty for what is no box. */
    private Optional<TypeMirror> primitive(@Nullable TypeMirror type) {
        if (type instanceof IntersectionType intersection) {
            return intersection.getBounds().stream()
                    .map(this::primitive)
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (type instanceof DeclaredType) {
            try {
                return Optional.of(body.types.unboxedType(type));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        if (type instanceof TypeVariable variable) return primitive(variable.getUpperBound());
        return Optional.empty();
    }
}
