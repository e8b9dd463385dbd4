package dev.javait.processor.read;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Calls that are given, or called on, something of an intersection type, the least upper bound of what javac has found for a type parameter: in {@code add(await(listOf(1, 2.5)), 3)} a list of numbers
 * that can be compared. A type parameter stands for that type, of which {@code 3} is none until it is cast; nor is what a function gives.
 */
final class LeastUpperBounds {
    private final Body body;
    private final TreePath path;
    private final boolean areNamed;

    /** @param path the call, or whatever else has operands */
    LeastUpperBounds(Body body, TreePath path) {
        this.body = body;
        this.path = path;
        this.areNamed = isOneNamed(Operands.of(body, path));
    }

    private boolean isOneNamed(List<TreePath> operands) {
        int last = body.awaits.last(operands);
        for (int i = 0; i < operands.size(); i++) {
            TreePath operand = operands.get(i);
            if (!areIn(body.source.type(operand))) continue;
            boolean isKept = i < last && !Stability.isStable(body, operand);
            if (isKept || isNamed(operand)) return true;
        }
        return false;
    }

    /** Whether {@code type} speaks of all that type parameters stand for in {@code other}. */
    private boolean namesAll(TypeMirror type, TypeMirror other) {
        return body.typeReader.intersectionsIn(type).containsAll(body.typeReader.intersectionsIn(other));
    }

    /** Whether {@code type} can be written, but for what type parameters stand for. */
    private boolean isSaid(TypeMirror type) {
        Set<TypeMirror> captured = new HashSet<>();
        Inferred.addCaptured(type, captured);
        return captured.isEmpty() && areIn(type);
    }

    /** Whether a type parameter stands for something in {@code type}, once that is written. */
    private boolean areIn(@Nullable TypeMirror type) {
        return type != null
                && !TypeReader.isDenotable(type, 0)
                && body.typeReader.hasIntersections(body.typeReader.of(type));
    }

    /** Whether in what is generated the expression at {@code operand} is of a type that a type parameter stands for, and not of the one that javac finds again. */
    private boolean isNamed(TreePath operand) {
        Tree tree = operand.getLeaf();
        if (tree instanceof ParenthesizedTree inner) return isNamed(new TreePath(operand, inner.getExpression()));
        if (tree instanceof ConditionalExpressionTree choice) return isNamed(operand, choice);
        if (tree instanceof SwitchExpressionTree || Awaits.isOne(body.source, operand)) return body.awaits.in(tree);
        return tree instanceof IdentifierTree
                ? isNamed(body.source.element(operand))
                : new LeastUpperBounds(body, operand).areNamed;
    }

    private boolean isAllNamed(TreePath operand) {
        if (operand.getLeaf() instanceof ParenthesizedTree inner)
            return isAllNamed(new TreePath(operand, inner.getExpression()));
        return !(operand.getLeaf() instanceof ConditionalExpressionTree) && isNamed(operand);
    }

    private boolean isNamed(TreePath operand, ConditionalExpressionTree choice) {
        return Stream.of(choice.getTrueExpression(), choice.getFalseExpression())
                .map(chosen -> new TreePath(operand, chosen))
                .anyMatch(chosen -> body.awaits.in(chosen.getLeaf())
                        || body.awaits.in(choice) && takesItsType(chosen)
                        || areIn(body.source.type(chosen)) && isNamed(chosen));
    }

    /** Opaque code keeps the {@code var} of its own variables, and the parameters of lambdas. */
    private boolean isNamed(@Nullable Element variable) {
        if (body.variable(variable) != null) return true;
        TreePath declaration = body.ownVariables().get(variable);
        if (declaration == null) return false;
        TreePath around = declaration.getParentPath();
        if (around.getLeaf() instanceof LambdaExpressionTree) return isOfNamed(around);
        if (around.getLeaf() instanceof EnhancedForLoopTree loop) return isNamedValue(around, loop.getExpression());
        ExpressionTree initializer = ((VariableTree) declaration.getLeaf()).getInitializer();
        return initializer != null && isNamedValue(declaration, initializer);
    }

    private boolean isNamedValue(TreePath around, ExpressionTree expression) {
        var value = new TreePath(around, expression);
        return areIn(body.source.type(value)) && isNamed(value);
    }

    /** Whether the function at {@code lambda} is given to a call that is given something that is named. */
    private boolean isOfNamed(TreePath lambda) {
        TreePath around = lambda.getParentPath();
        while (isTransparent(around.getLeaf())) around = around.getParentPath();
        Tree call = around.getLeaf();
        return (call instanceof MethodInvocationTree || call instanceof NewClassTree)
                && new LeastUpperBounds(body, around).areNamed;
    }

    private static boolean isTransparent(Tree tree) {
        return switch (tree.getKind()) {
            case PARENTHESIZED, CONDITIONAL_EXPRESSION, SWITCH_EXPRESSION, CASE, YIELD -> true;
            default -> false;
        };
    }

    /** The type that the argument at {@code operand} must be said to have; empty if it has that already. */
    Optional<TypeMirror> taken(TreePath operand) {
        Optional<TypeMirror> taken = areNamed ? parameter(operand).filter(this::isSaid) : Optional.empty();
        TypeMirror own = body.source.type(operand);
        if (own == null || taken.isEmpty() || !namesAll(own, taken.get())) return taken;
        // of a wildcard in what is taken, javac would make another type
        return isAllNamed(operand) ? Optional.empty() : Optional.of(own);
    }

    /** {@code (Both$1) (Object) (}, if {@code operand}, an argument of the call at {@code path} in which nothing awaits, has a type of its own, and not the one that is wanted. */
    static Optional<Code> cast(Body body, TreePath path, TreePath operand) {
        if (!body.typeReader.hasIntersections()) return Optional.empty();
        var bounds = new LeastUpperBounds(body, path);
        return bounds.areNamed && !bounds.takesItsType(operand)
                ? bounds.taken(operand).map(bounds::cast)
                : Optional.empty();
    }

    /** As {@link #cast}, for {@code value}, which a lambda gives, and nothing if it is given by a method of a class in the body. */
    static Optional<Code> given(Body body, TreePath value) {
        if (!body.typeReader.hasIntersections()) return Optional.empty();
        TreePath lambda = value.getParentPath();
        while (lambda.getLeaf() instanceof StatementTree) lambda = lambda.getParentPath();
        if (!(lambda.getLeaf() instanceof LambdaExpressionTree)) return Optional.empty();
        var bounds = new LeastUpperBounds(body, lambda);
        TypeMirror own = body.source.type(value);
        if (bounds.takesItsType(value) || !bounds.isOfNamed(lambda)) return Optional.empty();
        return new Functions(body)
                .result(body.source.type(lambda))
                .filter(bounds::isSaid)
                .filter(given -> own == null || !bounds.namesAll(own, given) || !bounds.isAllNamed(value))
                .map(bounds::cast);
    }

    private Code cast(TypeMirror type) {
        return Code.join("(", body.typeReader.of(type), ") (", Type.OBJECT, ") (");
    }

    private boolean takesItsType(TreePath expression) {
        var witness = new Witness(body);
        return TargetTyped.is(expression)
                || witness.asksItsContext(expression)
                || !(expression.getLeaf() instanceof ConditionalExpressionTree)
                        && witness.isInferred(expression)
                        && Operands.of(body, expression).isEmpty();
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
