package dev.javait.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.javait.processor.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/** Pattern variables. Their scope may go beyond the expression that binds them, so they may have to outlive a suspension. */
final class Bindings {
    private Bindings() {}

    /** Makes variables of the method of those that {@code tree} binds for code outside of it. */
    static void declareIn(Body body, TreePath tree) {
        scan(
                body,
                tree,
                t -> t instanceof BlockTree || t instanceof CaseTree,
                (element, node) -> declare(body, element));
    }

    /** The same for the labels of a case, which end at {@code end}. */
    static List<Variable> declareInLabels(Body body, TreePath labels, int end) {
        var found = new ArrayList<Variable>();
        scan(
                body,
                labels,
                t -> t != labels.getLeaf() && body.source.start(t) >= end,
                (element, node) -> found.add(declare(body, element)));
        return found;
    }

    /** Those variables of the method that the pattern at {@code path} binds. */
    static List<Variable> registered(Body body, TreePath path) {
        var found = new ArrayList<Variable>();
        scan(body, path, t -> false, (element, node) -> {
            Variable variable = body.variable(element);
            if (variable != null) found.add(variable);
        });
        return found;
    }

    private static Variable declare(Body body, Element element) {
        Variable known = body.variable(element);
        if (known != null) return known;
        var type = body.typeReader.of(element.asType());
        return body.declare(
                element,
                new Variable(
                        element.getSimpleName().toString(),
                        type,
                        Variable.Origin.BINDING,
                        false,
                        body.assignments.never(element)));
    }

    private static void scan(Body body, TreePath path, Predicate<Tree> stop, BiConsumer<Element, Tree> found) {
        new TreePathScanner<Void, Void>() {
            @Override
            public Void scan(Tree tree, Void unused) {
                return tree == null || stop.test(tree) ? null : super.scan(tree, unused);
            }

            @Override
            public Void visitVariable(VariableTree node, Void unused) {
                Element element = body.source.element(getCurrentPath());
                if (element != null
                        && element.getKind() == ElementKind.BINDING_VARIABLE
                        && !node.getName().isEmpty()) {
                    found.accept(element, node);
                }
                return super.visitVariable(node, unused);
            }

            @Override
            public Void visitLambdaExpression(LambdaExpressionTree node, Void unused) {
                return null;
            }

            @Override
            public Void visitClass(ClassTree node, Void unused) {
                return null;
            }
        }.scan(path, null);
    }
}
