package dev.javait.processor.read;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The guards of cases, which Java has from 21 on; so they are found by where they stand. */
final class Guards {
    private Guards() {}

    /** What stands behind {@code when}. */
    static @Nullable ExpressionTree of(CaseTree node) {
        List<Tree> parts = parts(node);
        for (int i = 1; i < parts.size(); i++) {
            boolean afterPattern = parts.get(i - 1).getKind().name().equals("PATTERN_CASE_LABEL");
            if (afterPattern && parts.get(i) instanceof ExpressionTree guard && guard != node.getBody()) return guard;
        }
        return null;
    }

    /** The last of the labels that {@code guard} stands behind. */
    static Tree lastLabel(CaseTree node, ExpressionTree guard) {
        List<Tree> parts = parts(node);
        return parts.get(parts.indexOf(guard) - 1);
    }

    /** The labels of {@code node}, and its guard. */
    static List<Tree> labels(CaseTree node) {
        List<Tree> labels = parts(node);
        labels.remove(node.getBody());
        if (node.getStatements() != null) labels.removeAll(node.getStatements());
        return labels;
    }

    private static List<Tree> parts(CaseTree node) {
        var parts = new ArrayList<Tree>();
        node.accept(
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void scan(Tree tree, Void unused) {
                        if (tree != null) parts.add(tree);
                        return null;
                    }
                },
                null);
        return parts;
    }
}
