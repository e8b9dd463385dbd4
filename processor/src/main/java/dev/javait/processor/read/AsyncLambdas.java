package dev.javait.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.javait.processor.diagnose.Message;
import dev.javait.processor.model.AsyncMethod;
import dev.javait.processor.model.ClassName;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.MethodKind;
import dev.javait.processor.model.Part;
import dev.javait.processor.model.Stmt;
import dev.javait.processor.model.Type;
import dev.javait.processor.model.Variable;
import dev.javait.processor.tree.Enclosing;
import dev.javait.processor.tree.Parentheses;
import dev.javait.processor.tree.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/**
 * {@code async(() -> …)}: a machine of its own, whose parameters are the variables that the lambda captures. Where it stands in the
 * text its frame is made.
 */
final class AsyncLambdas {
    private final Body body;

    AsyncLambdas(Body body) {
        this.body = body;
    }

    /**
     * The code that makes the frame, if {@code node} is a call of {@code async}.
     *
     * @param use how to read a captured variable at this place
     */
    Optional<Code> of(TreePath path, MethodInvocationTree node, Function<Element, Code> use) {
        var select = new TreePath(path, node.getMethodSelect());
        if (!(body.source.element(select) instanceof ExecutableElement async)) return Optional.empty();
        if (Words.of(async).filter(Words.ASYNC::equals).isEmpty()) return Optional.empty();
        TreePath lambdaPath =
                Parentheses.inside(new TreePath(path, node.getArguments().get(0)));
        if (!(lambdaPath.getLeaf() instanceof LambdaExpressionTree lambda)) {
            throw new Unsupported(
                    node,
                    Message.UNSUPPORTED,
                    "async() of anything but a lambda",
                    "write async(() -> …) with the body there");
        }
        Code made = make(path, lambdaPath, lambda, givesValue(async), use);
        return Optional.of(isKnownAsCoroutine(path) ? made : asCoroutine(path, made));
    }

    /** Elsewhere javac would infer types from that of the frame: {@code Stream<Downloads$all$async1>}. */
    private Code asCoroutine(TreePath path, Code made) {
        return new Erased(body)
                .cast(path, body.types.erasure(body.source.type(path)))
                .map(cast -> Code.join(cast, made, ")"))
                .orElse(made);
    }

    /** Whether the expression at {@code path} goes where nothing but a coroutine is expected. */
    private boolean isKnownAsCoroutine(TreePath path) {
        TreePath around = path.getParentPath();
        if (!(around.getLeaf() instanceof MethodInvocationTree call)) return false;
        Element method = body.source.element(new TreePath(around, call.getMethodSelect()));
        return method != null
                && Enclosing.type(method).getQualifiedName().contentEquals("dev.javait.Javait")
                && Words.of(method).filter(word -> word != Words.AWAIT).isEmpty();
    }

    private static boolean givesValue(ExecutableElement async) {
        return async.getParameters().get(0).asType() instanceof DeclaredType type
                && ((TypeElement) type.asElement()).getQualifiedName().contentEquals("java.util.concurrent.Callable");
    }

    private Code make(
            TreePath path,
            TreePath lambdaPath,
            LambdaExpressionTree lambda,
            boolean value,
            Function<Element, Code> use) {
        Type result = Supertypes.argument(body, body.source.type(path), "dev.javait.Coroutine")
                .map(body.typeReader::of)
                .orElse(Type.OBJECT);
        var inner = new Body(
                body.tools,
                new TreePath(lambdaPath, lambda.getBody()),
                body.owner,
                body.hasSelf,
                body.surroundings,
                body.nextLambdaName(),
                result);
        List<Variable> parameters = new ArrayList<>();
        Code arguments = body.hasSelf ? Code.of(new Part.Self()) : Code.EMPTY;
        for (VariableElement captured : captured(inner)) {
            Type type = body.typeReader.of(captured.asType());
            Code argument = use.apply(captured);
            // javac finds the intersection anew, and does not know that the type parameter stands for it
            if (body.typeReader.hasIntersections(type))
                argument = Code.join("(", type, ") (", Type.OBJECT, ") ", argument);
            arguments = Code.join(arguments, arguments.equals(Code.EMPTY) ? "" : ", ", argument);
            String name = captured.getSimpleName().toString();
            parameters.add(inner.declare(captured, new Variable(name, type, Variable.Origin.PARAMETER, false, true)));
        }
        Stmt statements = statements(inner, lambda, value, result);
        int line = body.source.line(lambda);
        AsyncMethod made = inner.finish(null, MethodKind.COROUTINE, result, parameters, statements, line);
        body.lambdas().add(made);
        body.lambdas().addAll(inner.lambdas());
        var frame = ClassName.of(body.surroundings.packageName(), inner.frameName);
        return Code.join("new ", frame, typeArguments(made) + "(", arguments, ")");
    }

    /** The frame has the type parameters of the method around it. */
    private static String typeArguments(AsyncMethod made) {
        return made.typeParameters().isEmpty()
                ? ""
                : made.typeParameters().stream()
                        .map(AsyncMethod.TypeParameter::name)
                        .collect(Collectors.joining(", ", "<", ">"));
    }

    private static Stmt statements(Body inner, LambdaExpressionTree lambda, boolean value, Type result) {
        var reader = new StatementReader(inner);
        if (lambda.getBody() instanceof BlockTree block) return reader.block(inner.root, block.getStatements());
        int line = inner.source.line(lambda.getBody());
        return value
                ? reader.value(inner.root, result, line)
                : new Stmt.Evaluate(reader.expressions().read(inner.root), line);
    }

    /** The variables of the method around it that the lambda reads, constants left out, in the order of the text. */
    private static Set<VariableElement> captured(Body inner) {
        var found = new LinkedHashSet<VariableElement>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(IdentifierTree node, Void unused) {
                if (inner.source.element(getCurrentPath()) instanceof VariableElement variable) add(variable);
                return null;
            }

            @Override
            public Void visitNewClass(NewClassTree node, Void unused) {
                if (inner.source.type(getCurrentPath()) instanceof DeclaredType made) {
                    inner.localClasses.captured((TypeElement) made.asElement()).forEach(this::add);
                }
                return super.visitNewClass(node, unused);
            }

            private void add(VariableElement variable) {
                boolean local = Body.LOCAL_KINDS.contains(variable.getKind());
                if (local && variable.getConstantValue() == null && inner.isAround(variable)) found.add(variable);
            }
        }.scan(inner.root, null);
        return found;
    }
}
