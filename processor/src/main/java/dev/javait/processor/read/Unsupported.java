package dev.javait.processor.read;

import com.sun.source.tree.Tree;
import dev.javait.processor.diagnose.Message;

/** What the user wrote cannot be rewritten; reported at its place, and nothing is generated for the method. */
public final class Unsupported extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Tree tree;

    Unsupported(Tree tree, Message message, Object... arguments) {
        super(message.with(arguments));
        this.tree = tree;
    }

    /** What to point at. */
    public Tree tree() {
        return tree;
    }
}
