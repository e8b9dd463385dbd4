package dev.javait.processor.read;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.model.ClassName;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Expr;
import dev.javait.processor.model.Stmt;
import dev.javait.processor.model.Target;
import dev.javait.processor.model.Type;
import dev.javait.processor.model.Variable;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** The enhanced {@code for}, over arrays, iterables and {@code awaitEach}. */
final class ForEachReader {
    private static final ClassName ITERATOR = ClassName.of("java.util", "Iterator");
    private static final ClassName ASYNC_ITERATOR = ClassName.of("dev.javait", "AsyncIterator");

    private final Body body;
    private final StatementReader statements;

    ForEachReader(Body body, StatementReader statements) {
        this.body = body;
        this.statements = statements;
    }

    Stmt read(TreePath path, EnhancedForLoopTree node, Target target) {
        Optional<TreePath> async = AwaitEach.operand(body.source, path, node);
        TreePath overPath = async.orElse(new TreePath(path, node.getExpression()));
        TypeMirror type = body.source.type(overPath);
        Expr over = statements.expressions().read(overPath);
        Variable variable =
                statements.declare(new TreePath(path, node.getVariable()), node.getVariable(), Variable.Origin.LOCAL);
        Stmt inner = statements.required(new TreePath(path, node.getStatement()));
        int line = body.source.line(node);
        // what is captured for ? extends String[]
        TypeMirror bound = type;
        while (bound instanceof TypeVariable captured) bound = captured.getUpperBound();
        if (async.isEmpty() && bound instanceof ArrayType array) {
            Type element = body.typeReader.of(array.getComponentType());
            Type arrays = body.typeReader.of(array);
            return new Stmt.ForEach(target, variable, over, Stmt.Source.ARRAY, element, arrays, inner, line);
        }
        Stmt.Source source = async.isPresent() ? Stmt.Source.ASYNC : Stmt.Source.ITERABLE;
        String iterable = async.isPresent() ? "dev.javait.AsyncIterable" : "java.lang.Iterable";
        // As javac does: to the type of the variable, which can always be written; the source's need not be.
        Type element = variable.type().isReference()
                ? variable.type()
                : Supertypes.argument(body, type, iterable)
                        .map(body.typeReader::of)
                        .orElse(Type.OBJECT);
        ClassName iterator = async.isPresent() ? ASYNC_ITERATOR : ITERATOR;
        var iteratorType = new Type(Code.join(iterator, "<?>"), Type.Kind.REFERENCE);
        if (!TargetTyped.is(overPath)) {
            return new Stmt.ForEach(target, variable, over, source, element, iteratorType, inner, line);
        }
        // It takes its type from where it stands: that must be an assignment.
        Variable function = Variable.temporary("source", body.typeReader.of(type));
        Expr value = new Expr.Opaque(Code.use(function), function.type(), true);
        var loop = new Stmt.ForEach(target, variable, value, source, element, iteratorType, inner, line);
        return new Stmt.Block(List.of(new Stmt.Local(function, over, line), loop), line);
    }
}
