package dev.javait.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.javait.processor.tree.Words;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Calls that are given, or called on, something of an intersection type, the least upper bound of what javac has found for a type parameter: in {@code add(await(listOf(1, 2.5)), 3)} a list of numbers
 * that can be compared. A type parameter stands for that type, of which {@code 3} is none until it is cast.
 */
final class LeastUpperBounds {
    private final Body body;
    private final TreePath path;
    private final boolean areNamed;

    /**
     * @param path the call
     * @param operands those up to the last await: they become variables, but for the last, if it is none itself
     */
    LeastUpperBounds(Body body, TreePath path, List<TreePath> operands) {
        this.body = body;
        this.path = path;
        int last = operands.size() - 1;
        this.areNamed = operands.stream().limit(Math.max(last, 0)).anyMatch(this::isKept)
                || last >= 0 && isNamed(operands.get(last));
    }

    private boolean isKept(TreePath operand) {
        return areWithin(body.source.type(operand)) && !Stability.isStable(body, operand);
    }

    /** Whether the expression at {@code operand}, which awaits, is of a type that a type parameter stands for, and not of the one that javac finds again. */
    private boolean isNamed(TreePath operand) {
        if (!areWithin(body.source.type(operand))) return false;
        Tree tree = operand.getLeaf();
        if (tree instanceof ParenthesizedTree inner) return isNamed(new TreePath(operand, inner.getExpression()));
        if (isAwait(operand) || SharedCaptures.hasTarget(tree)) return true;
        List<TreePath> operands = Operands.of(body, operand);
        return new LeastUpperBounds(body, operand, operands.subList(0, body.awaits.last(operands) + 1)).areNamed;
    }

    private boolean isAwait(TreePath operand) {
        return operand.getLeaf() instanceof MethodInvocationTree call
                && Words.of(body.source.element(new TreePath(operand, call.getMethodSelect())))
                        .filter(Words::suspends)
                        .isPresent();
    }

    private boolean areWithin(@Nullable TypeMirror type) {
        boolean holdsOthers = type instanceof ArrayType
                || type instanceof DeclaredType declared
                        && !declared.getTypeArguments().isEmpty();
        return holdsOthers && areIn(type);
    }

    private boolean areIn(@Nullable TypeMirror type) {
        return body.typeReader.hasIntersections(body.typeReader.of(type));
    }

    /** As what the call takes the argument at {@code operand}, if that must be said. */
    Optional<TypeMirror> taken(TreePath operand) {
        return areNamed ? parameter(operand).filter(this::areIn) : Optional.empty();
    }

    private Optional<TypeMirror> parameter(TreePath operand) {
        if (path.getLeaf() instanceof MethodInvocationTree call) {
            var select = new TreePath(path, call.getMethodSelect());
            return parameter(body.source.element(select), body.source.type(select), call.getArguments(), operand);
        }
        return path.getLeaf() instanceof NewClassTree made
                        && made.getClassBody() == null
                        && body.source.type(path) instanceof DeclaredType type
                        && body.source.element(path) instanceof ExecutableElement constructor
                ? parameter(constructor, body.types.asMemberOf(type, constructor), made.getArguments(), operand)
                : Optional.empty();
    }

    private Optional<TypeMirror> parameter(
            @Nullable Element called,
            @Nullable TypeMirror type,
            List<? extends ExpressionTree> arguments,
            TreePath operand) {
        int index = arguments.indexOf(operand.getLeaf());
        if (index < 0
                || !(called instanceof ExecutableElement method)
                || !(type instanceof ExecutableType member)
                || member.getParameterTypes().isEmpty()
                // what javac 17 does not tell of a call within another
                || member.getParameterTypes().stream()
                        .anyMatch(parameter -> Inferred.names(parameter, method.getTypeParameters())))
            return Optional.empty();
        int last = member.getParameterTypes().size() - 1;
        TypeMirror parameter = member.getParameterTypes().get(Math.min(index, last));
        boolean isElement = method.isVarArgs()
                && index >= last
                && parameter instanceof ArrayType
                && !(arguments.size() == last + 1 && body.source.type(operand) instanceof ArrayType);
        return Optional.of(isElement ? ((ArrayType) parameter).getComponentType() : parameter);
    }
}
