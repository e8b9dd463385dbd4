package dev.javait.processor.lint;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.diagnose.Message;
import dev.javait.processor.tree.AsyncResources;
import dev.javait.processor.tree.Parentheses;
import dev.javait.processor.tree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import org.jspecify.annotations.Nullable;

/**
 * The locks of threads that one body takes, and where it may wait meanwhile: between a {@code lock()} and the next {@code unlock()} of the same
 * text, or where there is none, to the end of the block.
 */
final class HeldLocks {
    private static final Set<String> TAKES = Set.of("lock", "lockInterruptibly", "tryLock");

    private final Source source;
    private final AsyncResources resources;
    private final List<Taken> taken = new ArrayList<>();
    private final List<Integer> awaits = new ArrayList<>();
    private final List<Released> released = new ArrayList<>();

    private record Taken(TreePath path, String lock, int from) {}

    /** @param branch where the block begins that is left at once by {@code return} or {@code throw}, else -1; {@code end}, where it ends */
    private record Released(String lock, int at, int branch, int end) {
        /** Whether only those who go another way than {@code lock} has gone so far find it released. */
        boolean isBeside(Taken lock) {
            return branch >= lock.from;
        }
    }

    HeldLocks(Source source, AsyncResources resources) {
        this.source = source;
        this.resources = resources;
    }

    void call(TreePath path, MethodInvocationTree call) {
        Element method = source.element(new TreePath(path, call.getMethodSelect()));
        if (method == null || method.getKind() != ElementKind.METHOD) return;
        if (Waits.isOne(source, path)) {
            awaits.add(source.start(call));
        } else if (call.getMethodSelect() instanceof MemberSelectTree select) {
            String name = method.getSimpleName().toString();
            boolean takes = TAKES.contains(name);
            if (!takes && !name.equals("unlock")) return;
            if (!Supertypes.has(method.getEnclosingElement(), "java.util.concurrent.locks.Lock")) return;
            String lock = name(select);
            // Lombok's @Locked is held over the whole body
            boolean all = source.isGenerated(call);
            if (takes) taken.add(new Taken(path, lock, all ? 0 : takenFrom(path)));
            else if (all) released.add(new Released(lock, Integer.MAX_VALUE, -1, -1));
            else released.add(released(path, lock));
        }
    }

    private Released released(TreePath call, String lock) {
        int at = source.start(call.getLeaf());
        BlockTree block = block(call);
        if (block == null) return new Released(lock, at, -1, -1);
        Tree last = block.getStatements().get(block.getStatements().size() - 1);
        return last instanceof ReturnTree || last instanceof ThrowTree
                ? new Released(lock, at, source.start(block), source.end(block))
                : new Released(lock, at, -1, -1);
    }

    /** The {@code try} at {@code path}, which may close by awaiting. */
    void closing(TreePath path, TryTree node) {
        if (resources.areAwaited(path, node)) awaits.add(source.end(node.getBlock()) - 1);
    }

    /** {@code lock} for {@code this.lock} too. */
    private String name(MemberSelectTree call) {
        String text = source.text(call.getExpression()).replaceAll("\\s", "");
        return text.startsWith("this.") ? text.substring("this.".length()) : text;
    }

    /** Behind the call that takes it; if that is tried, and what is to be done without it stands there, behind that. */
    private int takenFrom(TreePath call) {
        TreePath not = Parentheses.around(call);
        if (not.getLeaf().getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
            Tree around = Parentheses.around(not).getLeaf();
            if (around instanceof WhileLoopTree loop) return source.end(loop);
            if (around instanceof IfTree choice) return source.end(choice.getThenStatement());
        }
        return source.end(call.getLeaf());
    }

    /** The calls that take a lock which is held across an await. */
    List<TreePath> held() {
        return taken.stream()
                .filter(lock -> awaits.stream().anyMatch(await -> isHeld(lock, await)))
                .map(Taken::path)
                .toList();
    }

    private boolean isHeld(Taken lock, int await) {
        return await >= lock.from
                && await < end(lock)
                && released.stream()
                        .filter(release -> release.lock.equals(lock.lock) && release.isBeside(lock))
                        .noneMatch(release -> release.at <= await && await < release.end);
    }

    private int end(Taken lock) {
        return released(lock, release -> release.lock.equals(lock.lock))
                // under another name, if it is released at all
                .or(() -> released(lock, release -> taken.stream().noneMatch(other -> other.lock.equals(release.lock))))
                .orElseGet(() -> blockEnd(lock));
    }

    private Optional<Integer> released(Taken lock, Predicate<Released> fits) {
        return released.stream()
                .filter(release -> release.at >= lock.from && !release.isBeside(lock) && fits.test(release))
                .map(Released::at)
                .min(Integer::compare);
    }

    private int blockEnd(Taken lock) {
        BlockTree block = block(lock.path);
        return block == null ? lock.from : source.end(block);
    }

    private static @Nullable BlockTree block(TreePath around) {
        for (TreePath path = around; path != null; path = path.getParentPath()) {
            if (path.getLeaf() instanceof BlockTree block) return block;
        }
        return null;
    }

    String message(TreePath lock) {
        var select = (MemberSelectTree) ((MethodInvocationTree) lock.getLeaf()).getMethodSelect();
        return Message.LOCK_HELD.with(source.text(select.getExpression()));
    }
}
