package dev.javait.processor.read;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.tree.Source;
import dev.javait.processor.tree.Words;
import java.util.Optional;

/** Recognises {@code for (T x : awaitEach(source))}. */
final class AwaitEach {
    private AwaitEach() {}

    /** The path of the operand of {@code awaitEach} in the head of {@code loop}, whose path is {@code path}. */
    static Optional<TreePath> operand(Source source, TreePath path, EnhancedForLoopTree loop) {
        ExpressionTree head = loop.getExpression();
        var at = new TreePath(path, head);
        while (head instanceof ParenthesizedTree inner) {
            head = inner.getExpression();
            at = new TreePath(at, head);
        }
        if (!(head instanceof MethodInvocationTree call) || call.getArguments().size() != 1) return Optional.empty();
        var select = new TreePath(at, call.getMethodSelect());
        if (Words.of(source.element(select)).filter(Words.AWAIT_EACH::equals).isEmpty()) return Optional.empty();
        return Optional.of(new TreePath(at, call.getArguments().get(0)));
    }
}
