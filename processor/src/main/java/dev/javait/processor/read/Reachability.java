package dev.javait.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.javait.processor.tree.Source;
import java.util.List;
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

    private boolean completes(TreePath path) {
        Tree statement = path.getLeaf();
        return switch (statement.getKind()) {
            case BLOCK -> all(path, ((BlockTree) statement).getStatements());
            case RETURN, THROW, BREAK, CONTINUE, YIELD -> false;
            case IF -> branch(path, (IfTree) statement);
            case WHILE_LOOP -> {
                var loop = (WhileLoopTree) statement;
                yield !isTrue(path, loop.getCondition()) || breaks(loop, loop.getStatement(), null);
            }
            case DO_WHILE_LOOP -> doLoop(path, (DoWhileLoopTree) statement, null);
            case FOR_LOOP -> {
                var loop = (ForLoopTree) statement;
                yield !endless(path, loop) || breaks(loop, loop.getStatement(), null);
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
        if (breaks(loop, loop.getStatement(), label)) return true;
        boolean reachesTest = completes(path, loop.getStatement()) || Breaks.continues(loop.getStatement(), label);
        return reachesTest && !isTrue(path, loop.getCondition());
    }

    private boolean labeled(TreePath path, LabeledStatementTree node) {
        String label = node.getLabel().toString();
        StatementTree inner = node.getStatement();
        if (inner instanceof DoWhileLoopTree loop) return doLoop(new TreePath(path, inner), loop, label);
        return completes(path, inner) || Breaks.to(label, inner);
    }

    private boolean tryCatch(TreePath path, TryTree node) {
        if (node.getFinallyBlock() != null && !completes(path, node.getFinallyBlock())) return false;
        return completes(path, node.getBlock())
                || node.getCatches().stream().anyMatch(c -> completes(new TreePath(path, c), c.getBlock()));
    }

    private boolean switchOver(TreePath path, SwitchTree node) {
        List<? extends CaseTree> cases = node.getCases();
        if (cases.isEmpty()
                || !Labels.areExhaustive(source, new TreePath(path, node.getExpression()), cases)
                || breaks(node, node, null)) return true;
        if (cases.get(0).getCaseKind() == CaseTree.CaseKind.RULE) {
            return cases.stream()
                    .anyMatch(c -> !(c.getBody() instanceof StatementTree s) || completes(new TreePath(path, c), s));
        }
        CaseTree last = cases.get(cases.size() - 1);
        return all(new TreePath(path, last), last.getStatements());
    }

    private static boolean breaks(Tree jumpedTo, Tree body, @Nullable String label) {
        return Breaks.unlabelled(jumpedTo, body) || (label != null && Breaks.to(label, body));
    }

    private boolean isTrue(TreePath parent, ExpressionTree condition) {
        return Constants.isTrue(source, new TreePath(parent, condition));
    }

    /** Looks for jumps. A jump that does not leave its own {@code try} because a {@code finally} never completes counts too. */
    private static final class Breaks extends TreeScanner<Boolean, Void> {
        private final @Nullable String label;
        private final boolean wantsContinue;
        private int nested;

        private Breaks(@Nullable String label, boolean wantsContinue) {
            this.label = label;
            this.wantsContinue = wantsContinue;
        }

        static boolean unlabelled(Tree jumpedTo, Tree body) {
            var scanner = new Breaks(null, false);
            if (jumpedTo == body) scanner.nested = -1;
            return Boolean.TRUE.equals(scanner.scan(body, null));
        }

        static boolean to(String label, Tree body) {
            return Boolean.TRUE.equals(new Breaks(label, false).scan(body, null));
        }

        static boolean continues(Tree body, @Nullable String label) {
            return Boolean.TRUE.equals(new Breaks(null, true).scan(body, null))
                    || (label != null && Boolean.TRUE.equals(new Breaks(label, true).scan(body, null)));
        }

        @Override
        public Boolean scan(Tree tree, Void unused) {
            if (tree == null) return false;
            boolean scope = Jumps.isLoop(tree) || (!wantsContinue && tree instanceof SwitchTree);
            if (scope) nested++;
            boolean found = Boolean.TRUE.equals(super.scan(tree, unused));
            if (scope) nested--;
            return found;
        }

        @Override
        public Boolean reduce(Boolean a, Boolean b) {
            return Boolean.TRUE.equals(a) || Boolean.TRUE.equals(b);
        }

        @Override
        public Boolean visitBreak(BreakTree node, Void unused) {
            return !wantsContinue && matches(node.getLabel());
        }

        @Override
        public Boolean visitContinue(com.sun.source.tree.ContinueTree node, Void unused) {
            return wantsContinue && matches(node.getLabel());
        }

        private boolean matches(javax.lang.model.element.@Nullable Name name) {
            return label == null ? name == null && nested == 0 : name != null && name.contentEquals(label);
        }

        @Override
        public Boolean visitLambdaExpression(LambdaExpressionTree node, Void unused) {
            return false;
        }

        @Override
        public Boolean visitClass(ClassTree node, Void unused) {
            return false;
        }
    }
}
