package dev.javait.processor.read;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.Set;

/** What the labels of a case are; reads those of later Java versions by the names of their kinds. */
final class Labels {
    private static final Set<String> PATTERNS = Set.of(
            "BINDING_PATTERN",
            "GUARDED_PATTERN",
            "PARENTHESIZED_PATTERN",
            "DECONSTRUCTION_PATTERN",
            "PATTERN_CASE_LABEL",
            "ANY_PATTERN");

    private Labels() {}

    /** Whether {@code default} is among the labels. */
    static boolean isDefault(CaseTree node) {
        return node.getExpressions().isEmpty() && !hasPattern(node) && !hasNull(node)
                || contains(node, Set.of("DEFAULT_CASE_LABEL"));
    }

    static boolean hasPattern(CaseTree node) {
        return contains(node, PATTERNS);
    }

    private static boolean hasNull(CaseTree node) {
        return contains(node, Set.of("NULL_LITERAL"));
    }

    private static boolean contains(CaseTree node, Set<String> kinds) {
        return Boolean.TRUE.equals(
                new TreeScanner<Boolean, Void>() {
                    @Override
                    public Boolean scan(Tree tree, Void unused) {
                        if (tree == null || tree instanceof StatementTree || tree == node.getBody()) return false;
                        if (kinds.contains(tree.getKind().name())) return true;
                        return tree instanceof ExpressionTree
                                ? tree.getKind() == Tree.Kind.NULL_LITERAL && kinds.contains("NULL_LITERAL")
                                : Boolean.TRUE.equals(super.scan(tree, unused));
                    }

                    @Override
                    public Boolean reduce(Boolean a, Boolean b) {
                        return Boolean.TRUE.equals(a) || Boolean.TRUE.equals(b);
                    }
                }.visitCase(node, null));
    }
}
