package dev.javait.processor.tree;

import com.sun.source.tree.Tree;
import javax.tools.Diagnostic;

/** Something to say about the user's code at {@code tree}. */
public record Finding(Diagnostic.Kind kind, Tree tree, String text) {
    public boolean isError() {
        return kind == Diagnostic.Kind.ERROR;
    }
}
