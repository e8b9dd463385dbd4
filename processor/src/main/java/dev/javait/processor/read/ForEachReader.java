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
import java.util.Optional;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

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
        Expr over = statements.expressions().read(overPath);
        TypeMirror type = body.source.type(overPath);
        Variable variable =
                statements.declare(new TreePath(path, node.getVariable()), node.getVariable(), Variable.Origin.LOCAL);
        Stmt inner = statements.required(new TreePath(path, node.getStatement()));
        int line = body.source.line(node);
        if (async.isEmpty() && type instanceof ArrayType array) {
            Type element = body.typeReader.of(array.getComponentType());
            return new Stmt.ForEach(target, variable, over, Stmt.Source.ARRAY, element, over.type(), inner, line);
        }
        Stmt.Source source = async.isPresent() ? Stmt.Source.ASYNC : Stmt.Source.ITERABLE;
        String iterable = async.isPresent() ? "dev.javait.AsyncIterable" : "java.lang.Iterable";
        Type element = Supertypes.argument(body, type, iterable)
                .map(body.typeReader::of)
                .orElse(Type.OBJECT);
        ClassName iterator = async.isPresent() ? ASYNC_ITERATOR : ITERATOR;
        var iteratorType =
                new Type(Code.join(iterator, "<? extends ", element, ">"), Type.Kind.REFERENCE, element.assumed());
        return new Stmt.ForEach(target, variable, over, source, element, iteratorType, inner, line);
    }
}
