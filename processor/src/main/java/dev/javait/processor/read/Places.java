package dev.javait.processor.read;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Expr;
import dev.javait.processor.model.Type;
import dev.javait.processor.model.Variable;
import java.util.function.Function;

/** What assignments change. */
final class Places {
    private Places() {}

    /** The place at {@code path}, its operands read by {@code read}. */
    static Expr.Place of(Body body, TreePath path, Function<TreePath, Expr> read) {
        Type type = body.typeReader.of(body.source.type(path));
        if (path.getLeaf() instanceof ArrayAccessTree access) {
            var index = new TreePath(path, access.getIndex());
            return new Expr.Place.Element(
                    read.apply(new TreePath(path, access.getExpression())),
                    new Conversions(body).index(index, read.apply(index)),
                    type);
        }
        if (path.getLeaf() instanceof MemberSelectTree select
                && Operands.isValue(body, new TreePath(path, select.getExpression()))) {
            Expr receiver = read.apply(new TreePath(path, select.getExpression()));
            return new Expr.Place.Field(receiver, Code.of(select.getIdentifier().toString()), type);
        }
        Variable variable = body.variable(body.source.element(path));
        return variable != null
                ? new Expr.Place.Local(variable)
                : new Expr.Place.Field(null, Splicer.code(body, path), type);
    }
}
