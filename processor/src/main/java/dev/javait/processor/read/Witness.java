package dev.javait.processor.read;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Expr;
import dev.javait.processor.model.RuntimeNames;
import dev.javait.processor.model.Type;
import dev.javait.processor.tree.OwnSearch;
import dev.javait.processor.tree.Parentheses;
import dev.javait.processor.tree.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/**
 * Tells what is awaited its type, where Java takes that from where the result goes: in {@code Supplier<String> s = await(make(() -> "x"))}
 * the lambda is a {@code Supplier} only because {@code s} is one. In generated code the result goes to an {@code Object}.
 */
final class Witness {
    private final Body body;

    Witness(Body body) {
        this.body = body;
    }

    /** {@code value}, which stands for the expression at {@code path} that is awaited. */
    Expr given(TreePath path, Expr value) {
        return before(path).map(before -> LastArgument.of(before, value)).orElse(value);
    }

    /** As {@link #given(TreePath, Expr)}. */
    Code given(TreePath path, Code value) {
        return before(path).map(before -> Code.join(before, value, ")")).orElse(value);
    }

    /** {@code Await.<Coroutine<Supplier<String>>>given(}. */
    private Optional<Code> before(TreePath path) {
        TypeMirror type = body.source.type(path);
        if (type == null || type.getKind() != TypeKind.DECLARED || !asksItsContext(path)) return Optional.empty();
        Type written = body.typeReader.of(type);
        if (body.typeReader.hasIntersections(written) && !takesIntersection(type) || capturesAnew(path, type))
            return Optional.empty();
        Code named = result(type)
                .<Code>map(result -> Code.join(RuntimeNames.AWAITABLE, "<", body.typeReader.of(result), ">"))
                .orElse(written.code());
        return Optional.of(Code.join(RuntimeNames.AWAIT, ".<", named, ">given("));
    }

    /** What {@code type} gives, if it is both an Awaitable and a stage, as {@code Done} is: then its own name does not tell which is meant. */
    private Optional<TypeMirror> result(TypeMirror type) {
        return Supertypes.argument(body, type, "java.util.concurrent.CompletionStage")
                .flatMap(stage -> Supertypes.argument(body, type, "dev.javait.Awaitable"));
    }

    /** Whether {@code type} gives a function with a parameter of a type that a type parameter stands for; what gives a value of such a type cannot be given it. */
    private boolean takesIntersection(TypeMirror type) {
        Optional<TypeMirror> given = Supertypes.argument(body, type, "dev.javait.Awaitable")
                .or(() -> Supertypes.argument(body, type, "java.util.concurrent.CompletionStage"));
        if (!(given.orElse(null) instanceof DeclaredType function)) return false;
        Optional<ExecutableElement> method = new Functions(body).method(function);
        return method.isPresent()
                && method.get().getParameters().stream()
                        .flatMap(parameter -> argument(function, parameter.asType()).stream())
                        .anyMatch(argument -> body.typeReader.hasIntersections(body.typeReader.of(argument)));
    }

    /** What {@code function} has for {@code parameter}, a type variable of it. */
    private static Optional<TypeMirror> argument(DeclaredType function, TypeMirror parameter) {
        List<? extends TypeMirror> arguments = function.getTypeArguments();
        int index = parameter instanceof TypeVariable variable
                ? ((TypeElement) function.asElement()).getTypeParameters().indexOf(variable.asElement())
                : -1;
        if (index < 0 || index >= arguments.size()) return Optional.empty();
        TypeMirror argument = arguments.get(index);
        return Optional.ofNullable(argument instanceof WildcardType wildcard ? wildcard.getSuperBound() : argument);
    }

    /**
     * Whether {@code type}, which the awaited expression at {@code path} has, speaks of what is captured in it: each time that javac sees it that is another. Only
     * what a method is called on is known to have nothing from around it.
     */
    private boolean capturesAnew(TreePath path, TypeMirror type) {
        if (!(Parentheses.around(path.getParentPath()).getLeaf() instanceof MemberSelectTree)) return false;
        Set<TypeMirror> named = new HashSet<>();
        Inferred.addCaptured(type, named);
        named.removeIf(captured -> !body.typeReader.isKept(List.of((TypeVariable) captured)));
        Set<TypeMirror> known = new HashSet<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(IdentifierTree node, Void unused) {
                if (body.source.element(getCurrentPath()) instanceof VariableElement variable)
                    Inferred.addCaptured(variable.asType(), known);
                return null;
            }
        }.scan(path, null);
        return !known.containsAll(named);
    }

    /** Whether the type of the expression at {@code path} comes from where it stands. */
    boolean asksItsContext(TreePath path) {
        return isInferred(path) && new Untyped().finds(path);
    }

    /** Whether a type argument of the expression at {@code path} is not written. */
    boolean isInferred(TreePath path) {
        Tree tree = path.getLeaf();
        if (tree instanceof ParenthesizedTree inner) return isInferred(new TreePath(path, inner.getExpression()));
        if (tree instanceof ConditionalExpressionTree || tree instanceof SwitchExpressionTree) return true;
        if (tree instanceof MethodInvocationTree call) {
            return call.getTypeArguments().isEmpty()
                    && body.source.element(new TreePath(path, call.getMethodSelect()))
                            instanceof ExecutableElement method
                    && !method.getTypeParameters().isEmpty();
        }
        return tree instanceof NewClassTree made
                && made.getIdentifier() instanceof ParameterizedTypeTree type
                && type.getTypeArguments().isEmpty();
    }

    /** Looks for what has no type of its own. */
    private final class Untyped extends OwnSearch {
        @Override
        public Boolean visitLambdaExpression(LambdaExpressionTree node, Void unused) {
            return true;
        }

        @Override
        public Boolean visitMemberReference(MemberReferenceTree node, Void unused) {
            return true;
        }

        /** The lambda of {@code async(…)} has been taken out of it. */
        @Override
        public Boolean visitMethodInvocation(MethodInvocationTree node, Void unused) {
            boolean isAsync = Words.at(body.source, getCurrentPath())
                    .filter(Words.ASYNC::equals)
                    .isPresent();
            return !isAsync && Boolean.TRUE.equals(super.visitMethodInvocation(node, unused));
        }
    }
}
