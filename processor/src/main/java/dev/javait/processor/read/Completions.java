package dev.javait.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.javait.processor.model.AwaitKind;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Completion;
import dev.javait.processor.model.Type;
import dev.javait.processor.tree.Parentheses;
import dev.javait.processor.tree.Words;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What a {@code return} says: {@code done(v)}, {@code done()}, {@code end()}, or something to complete as. */
final class Completions {
    private Completions() {}

    /** The completion of the {@code return} at {@code path} when its operand holds no await. */
    static Completion of(Body body, TreePath path, @Nullable ExpressionTree operand, Function<Tree, Code> code) {
        if (operand == null) return new Completion.Nothing();
        if (body.lambdaResult != null) {
            return new Completion.Value(
                    code.apply(operand), valueType(body, new TreePath(path, operand), body.lambdaResult));
        }
        Optional<TreePath> done = doneCall(body, new TreePath(path, operand));
        if (done.isEmpty()) {
            var operandPath = new TreePath(path, operand);
            Code tail = new Witness(body).given(operandPath, code.apply(operand));
            return new Completion.Tail(tail, awaitKind(body, operandPath), tailType(body, operandPath));
        }
        var arguments = ((MethodInvocationTree) done.get().getLeaf()).getArguments();
        if (arguments.isEmpty()) return new Completion.Nothing();
        ExpressionTree value = arguments.get(0);
        Type type = valueType(body, new TreePath(done.get(), value), doneType(body, done.get()));
        return new Completion.Value(code.apply(value), type);
    }

    /** The type in which the result at {@code value} is handed over: unboxed if it is a number that the runtime passes on so, else {@code boxed}. */
    static Type valueType(Body body, TreePath value, Type boxed) {
        TypeMirror type = body.source.type(value);
        if (type == null) return boxed;
        return switch (type.getKind()) {
            case INT -> Type.INT;
            case LONG -> Type.LONG;
            case DOUBLE -> Type.DOUBLE;
            default -> boxed;
        };
    }

    /** The path of the call of {@code done} or {@code end} that {@code operand} is, parentheses aside. */
    static Optional<TreePath> doneCall(Body body, TreePath operand) {
        TreePath path = Parentheses.inside(operand);
        return Words.at(body.source, path)
                .filter(word -> word == Words.DONE || word == Words.END)
                .map(word -> path);
    }

    /** The type argument of the {@code done} that is called at {@code path}. */
    static Type doneType(Body body, TreePath path) {
        return argument(body, body.source.type(path), "dev.javait.Done");
    }

    static Type tailType(Body body, TreePath path) {
        TypeMirror type = body.source.type(path);
        return argument(body, type, awaitKind(body, path) == AwaitKind.AWAITABLE ? "dev.javait.Awaitable" : STAGE);
    }

    private static final String STAGE = "java.util.concurrent.CompletionStage";

    static AwaitKind awaitKind(Body body, TreePath path) {
        TypeMirror type = body.source.type(path);
        TypeElement awaitable = body.elements.getTypeElement("dev.javait.Awaitable");
        boolean isAwaitable = type != null
                && awaitable != null
                && body.types.isSubtype(body.types.erasure(type), body.types.erasure(awaitable.asType()));
        return isAwaitable ? AwaitKind.AWAITABLE : AwaitKind.STAGE;
    }

    private static Type argument(Body body, @Nullable TypeMirror type, String generic) {
        return Supertypes.argument(body, type, generic).map(body.typeReader::of).orElse(Type.OBJECT);
    }
}
