package dev.javait.processor.differential;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Which expressions of a file can be awaited. */
final class Values {
    private static final Set<ElementKind> VARIABLES = EnumSet.of(
            ElementKind.FIELD,
            ElementKind.ENUM_CONSTANT,
            ElementKind.PARAMETER,
            ElementKind.LOCAL_VARIABLE,
            ElementKind.EXCEPTION_PARAMETER,
            ElementKind.RESOURCE_VARIABLE,
            ElementKind.BINDING_VARIABLE);

    private final Trees trees;
    private final CompilationUnitTree file;

    Values(Trees trees, CompilationUnitTree file) {
        this.trees = trees;
        this.file = file;
    }

    boolean isValue(TreePath path) {
        Tree tree = path.getLeaf();
        switch (tree.getKind()) {
            case LAMBDA_EXPRESSION, MEMBER_REFERENCE, ANNOTATION, NULL_LITERAL -> {
                return false;
            }
            case PRIMITIVE_TYPE, ARRAY_TYPE, PARAMETERIZED_TYPE, ANNOTATED_TYPE -> {
                return false;
            }
            // while (true) has no end
            case BOOLEAN_LITERAL -> {
                return false;
            }
            // those of if, while and switch
            case PARENTHESIZED -> {
                Tree parent = path.getParentPath().getLeaf();
                if (!(parent instanceof ExpressionTree) || parent instanceof SwitchExpressionTree) return false;
            }
            default -> {}
        }
        if (tree instanceof NewArrayTree array && array.getType() == null) return false;
        // what is bound in an argument is not known behind the call
        if (binds(tree)) return false;
        if (trees.getSourcePositions().getEndPosition(file, tree) < 0
                || isAssigned(tree, path.getParentPath().getLeaf())) return false;
        if (tree instanceof IdentifierTree || tree instanceof MemberSelectTree) {
            Element element = trees.getElement(path);
            if (element == null || !VARIABLES.contains(element.getKind())) return false;
            if (element.getSimpleName().contentEquals("super")) return false;
        }
        TypeMirror type = trees.getTypeMirror(path);
        return type != null
                && (type.getKind().isPrimitive()
                        || switch (type.getKind()) {
                            case DECLARED, ARRAY, TYPEVAR, INTERSECTION, UNION, WILDCARD -> true;
                            default -> false;
                        });
    }

    /** {@code (int) }, where the code would mean something else with an {@code Integer} for the {@code int} at {@code path}; else nothing. */
    String primitive(TreePath path) {
        Tree value = path.getLeaf();
        TreePath around = path.getParentPath();
        while (around.getLeaf() instanceof ParenthesizedTree) {
            value = around.getLeaf();
            around = around.getParentPath();
        }
        Tree parent = around.getLeaf();
        boolean matters = parent.getKind() == Tree.Kind.EQUAL_TO
                || parent.getKind() == Tree.Kind.NOT_EQUAL_TO
                || parent instanceof MethodInvocationTree call
                        && call.getArguments().contains(value)
                || parent instanceof NewClassTree made && made.getArguments().contains(value);
        TypeMirror type = trees.getTypeMirror(path);
        boolean primitive = type != null && type.getKind().isPrimitive();
        return matters && primitive ? "(" + type.getKind().name().toLowerCase(Locale.ROOT) + ") " : "";
    }

    private static boolean binds(Tree tree) {
        return Boolean.TRUE.equals(
                new TreeScanner<Boolean, @Nullable Void>() {
                    @Override
                    public Boolean visitBindingPattern(BindingPatternTree pattern, @Nullable Void nothing) {
                        return true;
                    }

                    @Override
                    public Boolean reduce(@Nullable Boolean one, @Nullable Boolean other) {
                        return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
                    }
                }.scan(tree, null));
    }

    private static boolean isAssigned(Tree tree, Tree parent) {
        return parent instanceof AssignmentTree assignment && assignment.getVariable() == tree
                || parent instanceof CompoundAssignmentTree compound && compound.getVariable() == tree
                || parent instanceof ExpressionStatementTree && tree instanceof LiteralTree
                || parent instanceof UnaryTree unary && isStep(unary);
    }

    /** {@code i++} or its like. */
    static boolean isStep(UnaryTree unary) {
        return switch (unary.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
            default -> false;
        };
    }
}
