package dev.javait.processor.tree;

import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import org.jspecify.annotations.Nullable;

/** Asks whether something stands in a tree. */
public abstract class Search extends TreePathScanner<Boolean, Void> {
    /** Whether it stands in the tree at {@code path}. */
    public final boolean finds(TreePath path) {
        return Boolean.TRUE.equals(scan(path, null));
    }

    @Override
    public final Boolean reduce(@Nullable Boolean one, @Nullable Boolean other) {
        return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
    }
}
