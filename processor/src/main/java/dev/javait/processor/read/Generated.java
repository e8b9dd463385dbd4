package dev.javait.processor.read;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.diagnose.Message;
import dev.javait.processor.model.Code;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;

/**
 * Expressions that another processor has put into the body, as Lombok does, and that stand nowhere in the text. They are written
 * out from their trees; what is the user's own in them keeps its text. Of statements only such are generated as have a shape in the model.
 */
final class Generated {
    private static final Map<Tree.Kind, String> COMPARISONS =
            Map.of(Tree.Kind.EQUAL_TO, " == ", Tree.Kind.NOT_EQUAL_TO, " != ");

    private final Body body;
    private final MemberAccess members;

    private Generated(Body body) {
        this.body = body;
        this.members = new MemberAccess(body);
    }

    /** The text of the generated expression at {@code path}. In the midst of what the user wrote, nobody knows which text it stands for. */
    static Code code(Body body, TreePath path) {
        if (!body.source.isGenerated(path.getParentPath().getLeaf())) throw unsupported(path.getLeaf());
        return new Generated(body).print(path);
    }

    private Code print(TreePath path) {
        Tree tree = path.getLeaf();
        if (!body.source.isGenerated(tree)) return Splicer.code(body, path);
        if (tree instanceof IdentifierTree node) return name(path, node);
        if (tree instanceof MemberSelectTree node) return select(path, node);
        if (tree instanceof LiteralTree) return Code.of(tree.toString());
        if (tree instanceof ParenthesizedTree node) return Code.join("(", child(path, node.getExpression()), ")");
        if (tree instanceof TypeCastTree node)
            return Code.join("(", body.typeReader.of(body.source.type(path)), ") ", child(path, node.getExpression()));
        if (tree instanceof BinaryTree node && COMPARISONS.containsKey(node.getKind())) {
            String operator = COMPARISONS.get(node.getKind());
            return Code.join(child(path, node.getLeftOperand()), operator, child(path, node.getRightOperand()));
        }
        if (tree instanceof MethodInvocationTree node && node.getTypeArguments().isEmpty()) {
            return Code.join(child(path, node.getMethodSelect()), arguments(path, node.getArguments()));
        }
        if (tree instanceof NewClassTree node
                && node.getClassBody() == null
                && node.getEnclosingExpression() == null
                && body.source.element(new TreePath(path, node.getIdentifier())) instanceof TypeElement type) {
            return Code.join("new ", body.names.of(type), arguments(path, node.getArguments()));
        }
        throw unsupported(tree);
    }

    static Unsupported unsupported(Tree tree) {
        return new Unsupported(
                tree,
                Message.UNSUPPORTED,
                "what another processor has put here (" + tree.getKind() + ")",
                "write it out yourself, or move it to a method that is not @Async");
    }

    private Code name(TreePath path, IdentifierTree node) {
        var element = body.source.element(path);
        String name = node.getName().toString();
        if (element == null) return Code.of(name);
        var variable = body.variable(element);
        if (variable != null) return Code.use(variable);
        return members.simpleName(path, element).orElse(Code.of(name));
    }

    private Code select(TreePath path, MemberSelectTree node) {
        return members.select(path, node)
                .orElseGet(() -> Code.join(child(path, node.getExpression()), "." + node.getIdentifier()));
    }

    private Code child(TreePath parent, ExpressionTree child) {
        return print(new TreePath(parent, child));
    }

    private Code arguments(TreePath path, List<? extends ExpressionTree> arguments) {
        Code code = Code.of("(");
        for (int i = 0; i < arguments.size(); i++) {
            code = Code.join(code, i == 0 ? "" : ", ", child(path, arguments.get(i)));
        }
        return Code.join(code, ")");
    }
}
