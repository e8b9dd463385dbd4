package dev.javait.processor.lint;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.diagnose.Message;
import dev.javait.processor.tree.Source;
import dev.javait.processor.tree.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/**
 * The locks of threads that one body takes, and where it may wait meanwhile: between a {@code lock()} and the next {@code unlock()} of the same
 * text, or where there is none, to the end of the block.
 */
final class HeldLocks {
    private static final Set<String> TAKES = Set.of("lock", "lockInterruptibly", "tryLock");

    private final Source source;
    private final List<Taken> taken = new ArrayList<>();
    private final List<Integer> awaits = new ArrayList<>();
    private final List<Released> released = new ArrayList<>();

    private record Taken(TreePath path, String lock, int from) {}

    private record Released(String lock, int at) {}

    HeldLocks(Source source) {
        this.source = source;
    }

    void call(TreePath path, MethodInvocationTree call) {
        Element method = source.element(new TreePath(path, call.getMethodSelect()));
        if (method == null || method.getKind() != ElementKind.METHOD) return;
        if (Words.of(method)
                .filter(word -> word.suspends() || word == Words.AWAIT_EACH)
                .isPresent()) {
            awaits.add(source.start(call));
        } else if (call.getMethodSelect() instanceof MemberSelectTree select) {
            String name = method.getSimpleName().toString();
            boolean takes = TAKES.contains(name);
            if (!takes && !name.equals("unlock")) return;
            if (!Supertypes.has(method.getEnclosingElement(), "java.util.concurrent.locks.Lock")) return;
            String lock = source.text(select.getExpression());
            // Lombok's @Locked is held over the whole body
            boolean all = source.isGenerated(call);
            if (takes) taken.add(new Taken(path, lock, all ? 0 : source.end(call)));
            else if (all) released.add(new Released(lock, Integer.MAX_VALUE));
            else released.add(new Released(lock, source.start(call)));
        }
    }

    /** The calls that take a lock which is held across an await. */
    List<TreePath> held() {
        return taken.stream()
                .filter(lock -> awaits.stream().anyMatch(await -> await >= lock.from && await < end(lock)))
                .map(Taken::path)
                .toList();
    }

    private int end(Taken lock) {
        return released.stream()
                .filter(release -> release.lock.equals(lock.lock) && release.at >= lock.from)
                .mapToInt(Released::at)
                .min()
                .orElseGet(() -> blockEnd(lock));
    }

    private int blockEnd(Taken lock) {
        for (TreePath path = lock.path; path != null; path = path.getParentPath()) {
            if (path.getLeaf() instanceof BlockTree) return source.end(path.getLeaf());
        }
        return lock.from;
    }

    String message(TreePath lock) {
        var select = (MemberSelectTree) ((MethodInvocationTree) lock.getLeaf()).getMethodSelect();
        return Message.LOCK_HELD.with(source.text(select.getExpression()));
    }
}
