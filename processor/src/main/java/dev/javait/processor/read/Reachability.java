package dev.javait.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.tree.OwnSearch;
import dev.javait.processor.tree.Source;
import java.util.List;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** Whether a statement can complete normally, by chapter 14.22 of the Java language specification. */
final class Reachability {
    private final Source source;

    private Reachability(Source source) {
        this.source = source;
    }

    static boolean completes(Source source, TreePath statement) {
        return new Reachability(source).completes(statement);
    }

    /** Whether all of {@code statements}, which stand in {@code parent}, can complete. */
    static boolean all(Source source, TreePath parent, List<? extends StatementTree> statements) {
        return new Reachability(source).all(parent, statements);
    }

    /** Whether a {@code finally} that never completes stops the jump at {@code jump} before it has left {@code whole}. */
    static boolean stops(Source source, TreePath jump, @Nullable Tree whole) {
        return whole != null && new Reachability(source).stops(jump, whole);
    }

    private boolean stops(TreePath jump, Tree whole) {
        TreePath child = jump;
        while (child.getLeaf() != whole) {
            TreePath path = child.getParentPath();
            if (path == null) return false;
            if (path.getLeaf() instanceof TryTree node
                    && child.getLeaf() != node.getFinallyBlock()
                    && neverEnds(path, node)) return true;
            child = path;
        }
        return false;
    }

    private boolean neverEnds(TreePath path, TryTree node) {
        return node.getFinallyBlock() != null && !completes(path, node.getFinallyBlock());
    }

    private boolean completes(TreePath path) {
        Tree statement = path.getLeaf();
        return switch (statement.getKind()) {
            case BLOCK -> all(path, ((BlockTree) statement).getStatements());
            case RETURN, THROW, BREAK, CONTINUE, YIELD -> false;
            case IF -> branch(path, (IfTree) statement);
            case WHILE_LOOP -> {
                var loop = (WhileLoopTree) statement;
                yield !isTrue(path, loop.getCondition()) || breaks(new TreePath(path, loop.getStatement()), null);
            }
            case DO_WHILE_LOOP -> doLoop(path, (DoWhileLoopTree) statement, null);
            case FOR_LOOP -> {
                var loop = (ForLoopTree) statement;
                yield !endless(path, loop) || breaks(new TreePath(path, loop.getStatement()), null);
            }
            case LABELED_STATEMENT -> labeled(path, (LabeledStatementTree) statement);
            case SYNCHRONIZED -> completes(path, ((SynchronizedTree) statement).getBlock());
            case TRY -> tryCatch(path, (TryTree) statement);
            case SWITCH -> switchOver(path, (SwitchTree) statement);
            default -> true;
        };
    }

    private boolean completes(TreePath parent, StatementTree statement) {
        return completes(new TreePath(parent, statement));
    }

    private boolean all(TreePath parent, List<? extends StatementTree> statements) {
        return statements.stream().allMatch(statement -> completes(parent, statement));
    }

    private boolean branch(TreePath path, IfTree node) {
        return node.getElseStatement() == null
                || completes(path, node.getThenStatement())
                || completes(path, node.getElseStatement());
    }

    private boolean endless(TreePath path, ForLoopTree loop) {
        return loop.getCondition() == null || isTrue(path, loop.getCondition());
    }

    private boolean doLoop(TreePath path, DoWhileLoopTree loop, @Nullable String label) {
        TreePath inner = new TreePath(path, loop.getStatement());
        if (breaks(inner, label)) return true;
        boolean reachesTest = completes(inner) || continues(inner, label);
        return reachesTest && !isTrue(path, loop.getCondition());
    }

    private boolean labeled(TreePath path, LabeledStatementTree node) {
        String label = node.getLabel().toString();
        StatementTree inner = node.getStatement();
        if (inner instanceof DoWhileLoopTree loop) return doLoop(new TreePath(path, inner), loop, label);
        TreePath innerPath = new TreePath(path, inner);
        return completes(innerPath) || new Breaks(innerPath, label, false).found(false);
    }

    private boolean tryCatch(TreePath path, TryTree node) {
        if (neverEnds(path, node)) return false;
        return completes(path, node.getBlock())
                || node.getCatches().stream().anyMatch(c -> completes(new TreePath(path, c), c.getBlock()));
    }

    private boolean switchOver(TreePath path, SwitchTree node) {
        List<? extends CaseTree> cases = node.getCases();
        if (cases.isEmpty()
                || !Labels.areExhaustive(source, new TreePath(path, node.getExpression()), cases)
                || new Breaks(path, null, false).found(true)) return true;
        if (cases.get(0).getCaseKind() == CaseTree.CaseKind.RULE) {
            return cases.stream()
                    .anyMatch(c -> !(c.getBody() instanceof StatementTree s) || completes(new TreePath(path, c), s));
        }
        CaseTree last = cases.get(cases.size() - 1);
        return all(new TreePath(path, last), last.getStatements());
    }

    private boolean breaks(TreePath body, @Nullable String label) {
        return new Breaks(body, null, false).found(false)
                || (label != null && new Breaks(body, label, false).found(false));
    }

    private boolean continues(TreePath body, @Nullable String label) {
        return new Breaks(body, null, true).found(false)
                || (label != null && new Breaks(body, label, true).found(false));
    }

    private boolean isTrue(TreePath parent, ExpressionTree condition) {
        return Constants.isTrue(source, new TreePath(parent, condition));
    }

    /** Looks for jumps out of {@code root} that nothing there stops. */
    private final class Breaks extends OwnSearch {
        private final TreePath root;
        private final @Nullable String label;
        private final boolean wantsContinue;
        private int nested;

        Breaks(TreePath root, @Nullable String label, boolean wantsContinue) {
            this.root = root;
            this.label = label;
            this.wantsContinue = wantsContinue;
        }

        /** @param isTarget whether the root itself is what such a jump without a label leaves */
        boolean found(boolean isTarget) {
            nested = !isTarget && isScope(root.getLeaf()) ? 1 : 0;
            return finds(root);
        }

        private boolean isScope(Tree tree) {
            return Jumps.isLoop(tree) || (!wantsContinue && tree instanceof SwitchTree);
        }

        @Override
        public Boolean scan(Tree tree, Void unused) {
            if (tree == null) return false;
            boolean scope = isScope(tree);
            if (scope) nested++;
            boolean found = Boolean.TRUE.equals(super.scan(tree, unused));
            if (scope) nested--;
            return found;
        }

        @Override
        public Boolean visitBreak(BreakTree node, Void unused) {
            return !wantsContinue && leaves(node.getLabel());
        }

        @Override
        public Boolean visitContinue(ContinueTree node, Void unused) {
            return wantsContinue && leaves(node.getLabel());
        }

        private boolean leaves(@Nullable Name name) {
            boolean matches = label == null ? name == null && nested == 0 : name != null && name.contentEquals(label);
            return matches && !stops(getCurrentPath(), root.getLeaf());
        }
    }
}
