package dev.javait.processor.read;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.javait.processor.tree.Source;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/** What the labels of a case are; reads those of later Java versions by the names of their kinds. */
final class Labels {
    private static final Set<String> PATTERNS = Set.of(
            "BINDING_PATTERN",
            "GUARDED_PATTERN",
            "PARENTHESIZED_PATTERN",
            "DECONSTRUCTION_PATTERN",
            "PATTERN_CASE_LABEL",
            "ANY_PATTERN");

    private static final Set<String> OLD =
            Set.of("java.lang.String", "java.lang.Integer", "java.lang.Short", "java.lang.Byte", "java.lang.Character");

    private Labels() {}

    /** Whether {@code default} is among the labels. */
    static boolean isDefault(CaseTree node) {
        return node.getExpressions().isEmpty() && !hasPattern(node) && !hasNull(node)
                || contains(node, Set.of("DEFAULT_CASE_LABEL"));
    }

    static boolean hasPattern(CaseTree node) {
        return contains(node, PATTERNS);
    }

    /** Whether {@code path} is a label in a switch over an enum. From Java 21 on interfaces can have labels that are constants too. */
    static boolean isOfEnum(Source source, TreePath path) {
        TreePath around = path.getParentPath();
        boolean isLabel = around.getLeaf() instanceof CaseTree node
                // what is behind the arrow is a child of the case too
                ? node.getBody() != path.getLeaf()
                : around.getLeaf().getKind().name().equals("CONSTANT_CASE_LABEL");
        if (!isLabel) return false;
        while (!(around.getLeaf() instanceof CaseTree)) around = around.getParentPath();
        TreePath of = around.getParentPath();
        ExpressionTree selector = of.getLeaf() instanceof SwitchTree statement
                ? statement.getExpression()
                : ((SwitchExpressionTree) of.getLeaf()).getExpression();
        return source.type(new TreePath(of, selector)) instanceof DeclaredType type
                && type.asElement().getKind() == ElementKind.ENUM;
    }

    /**
     * Whether a case matches always. There is a default, or javac checks it, as it does for patterns, for null, and for all types but
     * those that switches have had from the beginning.
     */
    static boolean areExhaustive(Source source, TreePath selector, List<? extends CaseTree> cases) {
        return cases.stream().anyMatch(c -> isDefault(c) || hasPattern(c) || hasNull(c))
                || !isOld(source.type(selector));
    }

    private static boolean isOld(@Nullable TypeMirror type) {
        if (type == null) return true;
        return switch (type.getKind()) {
            case INT, SHORT, BYTE, CHAR -> true;
            case TYPEVAR -> isOld(((TypeVariable) type).getUpperBound());
            case INTERSECTION -> ((IntersectionType) type).getBounds().stream().anyMatch(Labels::isOld);
            case DECLARED -> {
                var element = (TypeElement) ((DeclaredType) type).asElement();
                yield element.getKind() == ElementKind.ENUM
                        || OLD.contains(element.getQualifiedName().toString());
            }
            default -> false;
        };
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
