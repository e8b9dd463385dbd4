package dev.javait.processor.read;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Expr;
import dev.javait.processor.model.Stmt;
import dev.javait.processor.model.Target;
import dev.javait.processor.model.Type;
import dev.javait.processor.model.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Switches, statements and expressions, whose cases hold an await. */
final class SwitchReader {
    private final Body body;
    private final StatementReader statements;

    SwitchReader(Body body, StatementReader statements) {
        this.body = body;
        this.statements = statements;
    }

    Stmt.Switch read(
            TreePath path,
            Target target,
            ExpressionTree selector,
            List<? extends CaseTree> cases,
            @Nullable Code missing) {
        Expr over = statements.expressions().read(new TreePath(path, selector));
        boolean arrow = !cases.isEmpty() && cases.get(0).getCaseKind() == CaseTree.CaseKind.RULE;
        var read = new ArrayList<Stmt.Case>();
        boolean waits = cases.stream().anyMatch(node -> body.awaits.in(Guards.of(node)));
        for (CaseTree node : cases) {
            var casePath = new TreePath(path, node);
            ExpressionTree guard = waits ? Guards.of(node) : null;
            read.add(guard == null ? readCase(casePath, node, target) : guarded(casePath, node, guard, target));
        }
        return new Stmt.Switch(target, over, read, arrow, missing, body.source.line(path.getLeaf()));
    }

    private Stmt.Case readCase(TreePath path, CaseTree node, Target target) {
        int end = labelsEnd(node);
        List<Variable> bindings = Bindings.declareInLabels(body, path, end);
        Code labels = Splicer.labels(body, path, bindings, end);
        return new Stmt.Case(
                labels, bindings, Labels.isDefault(node), caseBody(path, node, target), body.source.line(node));
    }

    /** A case with its guard apart from its labels. */
    private Stmt.Case guarded(TreePath path, CaseTree node, ExpressionTree guard, Target target) {
        int end = body.source.end(Guards.lastLabel(node, guard));
        List<Variable> bindings = Bindings.declareInLabels(body, path, end);
        Code labels = Splicer.labels(body, path, bindings, end);
        var guardPath = new TreePath(path, guard);
        Expr test;
        if (body.awaits.in(guard)) {
            test = statements.expressions().read(guardPath);
        } else {
            bindings = Bindings.declareInLabels(body, path, body.source.end(guard));
            test = new Expr.Opaque(Splicer.guard(body, guardPath, bindings), Type.BOOLEAN, false);
        }
        return new Stmt.Case(labels, test, bindings, false, caseBody(path, node, target), body.source.line(node));
    }

    private List<Stmt> caseBody(TreePath path, CaseTree node, Target target) {
        if (node.getCaseKind() == CaseTree.CaseKind.STATEMENT) return statements.all(path, node.getStatements());
        Tree inner = node.getBody();
        var innerPath = new TreePath(path, inner);
        if (inner instanceof ExpressionTree value) {
            return List.of(
                    target.result() != null
                            ? statements.yieldTo(target, innerPath, body.source.line(value))
                            : new Stmt.Evaluate(statements.expressions().read(innerPath), body.source.line(value)));
        }
        return List.of(statements.required(innerPath));
    }

    /** Where the labels end, and the guard; the colon or arrow behind them is not the only one there may be. */
    private int labelsEnd(CaseTree node) {
        int start = body.source.start(node);
        return Guards.labels(node).stream()
                .mapToInt(body.source::end)
                .filter(end -> end > start)
                .max()
                .orElseGet(() -> start + "default".length());
    }
}
