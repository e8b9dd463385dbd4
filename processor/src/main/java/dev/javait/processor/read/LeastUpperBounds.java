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
import dev.javait.processor.tree.Words;
import java.util.List;
import java.util.Optional;
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
            if (!areWithin(body.source.type(operand))) continue;
            boolean isKept = i < last && !Stability.isStable(body, operand);
            if (isKept || isNamed(operand)) return true;
        }
        return false;
    }

    /** Whether {@code type} has type arguments that a type parameter stands for, if they are written. */
    private boolean areWithin(@Nullable TypeMirror type) {
        boolean holdsOthers = type instanceof ArrayType
                || type instanceof DeclaredType declared
                        && !declared.getTypeArguments().isEmpty();
        return holdsOthers && areIn(type);
    }

    private boolean areIn(@Nullable TypeMirror type) {
        return body.typeReader.hasIntersections(body.typeReader.of(type));
    }

    /** Whether in what is generated the expression at {@code operand} is of a type that a type parameter stands for, and not of the one that javac finds again. */
    private boolean isNamed(TreePath operand) {
        Tree tree = operand.getLeaf();
        if (tree instanceof ParenthesizedTree inner) return isNamed(new TreePath(operand, inner.getExpression()));
        if (tree instanceof ConditionalExpressionTree choice) return isNamed(operand, choice);
        if (tree instanceof SwitchExpressionTree || isAwait(operand)) return body.awaits.in(tree);
        return tree instanceof IdentifierTree
                ? isNamed(body.source.element(operand))
                : new LeastUpperBounds(body, operand).areNamed;
    }

    private boolean isNamed(TreePath operand, ConditionalExpressionTree choice) {
        return Stream.of(choice.getTrueExpression(), choice.getFalseExpression())
                .map(chosen -> new TreePath(operand, chosen))
                .anyMatch(chosen -> body.awaits.in(chosen.getLeaf())
                        || body.awaits.in(choice) && takesItsType(chosen)
                        || areWithin(body.source.type(chosen)) && isNamed(chosen));
    }

    private boolean isAwait(TreePath operand) {
        return operand.getLeaf() instanceof MethodInvocationTree call
                && Words.of(body.source.element(new TreePath(operand, call.getMethodSelect())))
                        .filter(Words::suspends)
                        .isPresent();
    }

    /** Opaque code keeps the {@code var} of its own variables, and the parameters of lambdas. */
    private boolean isNamed(@Nullable Element variable) {
        if (body.variable(variable) != null) return true;
        TreePath declaration = body.ownVariables().get(variable);
        if (declaration == null) return false;
        TreePath around = declaration.getParentPath();
        if (around.getLeaf() instanceof LambdaExpressionTree) return isOfNamed(around);
        ExpressionTree value = around.getLeaf() instanceof EnhancedForLoopTree loop
                ? loop.getExpression()
                : ((VariableTree) declaration.getLeaf()).getInitializer();
        if (value == null) return false;
        var initializer = new TreePath(around.getLeaf() instanceof EnhancedForLoopTree ? around : declaration, value);
        return areWithin(body.source.type(initializer)) && isNamed(initializer);
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

    private boolean takesItsType(TreePath expression) {
        return TargetTyped.is(expression.getLeaf()) || new Witness(body).asksItsContext(expression);
    }

    /** The type in which the call takes the argument at {@code operand}, if that must be said. */
    Optional<TypeMirror> taken(TreePath operand) {
        return areNamed ? parameter(operand).filter(this::areIn) : Optional.empty();
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
        return bounds.takesItsType(value) || !bounds.isOfNamed(lambda)
                ? Optional.empty()
                : new Functions(body)
                        .result(body.source.type(lambda))
                        .filter(bounds::areIn)
                        .map(bounds::cast);
    }

    private Code cast(TypeMirror type) {
        return Code.join("(", body.typeReader.of(type), ") (", Type.OBJECT, ") (");
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
