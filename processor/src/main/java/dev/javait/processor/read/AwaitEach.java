package dev.javait.processor.read;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.tree.Parentheses;
import dev.javait.processor.tree.Source;
import dev.javait.processor.tree.Words;
import java.util.Optional;

/** Recognises {@code for (T x : awaitEach(source))}. */
final class AwaitEach {
    private AwaitEach() {}

    /** The path of the operand of {@code awaitEach} in the head of {@code loop}, whose path is {@code path}. */
    static Optional<TreePath> operand(Source source, TreePath path, EnhancedForLoopTree loop) {
        TreePath head = Parentheses.inside(new TreePath(path, loop.getExpression()));
        return Words.at(source, head)
                .filter(Words.AWAIT_EACH::equals)
                .map(word -> ((MethodInvocationTree) head.getLeaf()).getArguments())
                .filter(arguments -> arguments.size() == 1)
                .map(arguments -> new TreePath(head, arguments.get(0)));
    }
}
