package dev.javait.processor.read;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.javait.processor.model.Code;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The calls of bridges, which know erased types only. */
final class Erased {
    private final Body body;

    Erased(Body body) {
        this.body = body;
    }

    /** What stands in front of the call of a bridge that gives {@code erased} for the expression at {@code path}: a parenthesis and a cast. */
    Optional<Code> cast(TreePath path, TypeMirror erased) {
        TypeMirror type = body.source.type(path);
        if (type == null || type.getKind() == TypeKind.VOID || isStatement(path)) return Optional.empty();
        Code given = body.typeReader.of(type).code();
        boolean same = given.equals(body.typeReader.of(erased).code());
        return same ? Optional.empty() : Optional.of(Code.join("((", given, ") "));
    }

    /** Whether nobody takes the value of the expression at {@code path}; a cast is no statement. */
    private boolean isStatement(TreePath path) {
        TreePath around = path.getParentPath();
        Tree parent = around.getLeaf();
        if (parent instanceof LambdaExpressionTree) return new Functions(body).givesNothing(body.source.type(around));
        return parent instanceof ExpressionStatementTree;
    }
}
