package dev.javait.processor.read;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.model.Jump;
import dev.javait.processor.model.Target;
import java.util.function.Predicate;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** What the user's jumps name, as far as it is taken apart; a jump within a piece that stays whole is not one of ours. */
final class Jumps {
    private Jumps() {}

    static @Nullable Jump of(Body body, TreePath path, BreakTree node) {
        Target target = named(body, path, node.getLabel(), tree -> isLoop(tree) || tree instanceof SwitchTree);
        return target == null ? null : new Jump.Break(target);
    }

    static @Nullable Jump of(Body body, TreePath path, ContinueTree node) {
        Target target = named(body, path, node.getLabel(), Jumps::isLoop);
        return target == null ? null : new Jump.Continue(target);
    }

    static @Nullable Target target(Body body, TreePath path, YieldTree node) {
        return named(body, path, null, tree -> tree instanceof SwitchExpressionTree);
    }

    private static @Nullable Target named(Body body, TreePath path, @Nullable Name label, Predicate<Tree> unlabelled) {
        for (TreePath at = path.getParentPath(); at != null; at = at.getParentPath()) {
            Tree tree = at.getLeaf();
            if (tree instanceof LambdaExpressionTree || tree instanceof ClassTree) return null;
            boolean meant = label == null
                    ? unlabelled.test(tree)
                    : tree instanceof LabeledStatementTree labeled
                            && labeled.getLabel().equals(label);
            if (meant) return body.target(tree);
        }
        return null;
    }

    static boolean isLoop(Tree tree) {
        return tree instanceof WhileLoopTree
                || tree instanceof DoWhileLoopTree
                || tree instanceof ForLoopTree
                || tree instanceof EnhancedForLoopTree;
    }
}
