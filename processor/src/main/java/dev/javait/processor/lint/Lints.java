package dev.javait.processor.lint;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.javait.processor.tree.AsyncCode;
import dev.javait.processor.tree.AsyncResources;
import dev.javait.processor.tree.Finding;
import dev.javait.processor.tree.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Goes through a class once, for all lints together. */
public final class Lints extends TreePathScanner<Void, Void> {
    private final Source source;
    private final LintLevels levels;
    private final AsyncResources resources;
    private final Dropped dropped;
    private final BlockingCalls blocking;
    private final Swallowed swallowed;
    private final List<Finding> findings = new ArrayList<>();

    /** The {@code @Async} body, or async lambda, that the scan is in; null in code that does not await. */
    private @Nullable HeldLocks body;

    private Lints(Source source, Elements elements, Types types, LintLevels levels) {
        this.source = source;
        this.levels = levels;
        this.resources = new AsyncResources(source, elements, types);
        this.dropped = new Dropped(source, elements, types);
        this.blocking = new BlockingCalls(source, types);
        this.swallowed = new Swallowed(source, elements, types, resources);
    }

    /** What is to be said about the class at {@code path}, in the order of the text. */
    public static List<Finding> run(Source source, Elements elements, Types types, LintLevels levels, TreePath path) {
        var lints = new Lints(source, elements, types, levels);
        lints.scan(path, null);
        lints.findings.sort(Comparator.comparingInt(finding -> source.start(finding.tree())));
        return lints.findings;
    }

    private void report(Lint lint, Optional<String> text, TreePath at) {
        if (text.isEmpty()) return;
        levels.of(lint)
                .filter(kind -> !Suppressions.silence(source, at, lint))
                .ifPresent(kind -> findings.add(new Finding(kind, at.getLeaf(), text.get())));
    }

    // the bodies

    @Override
    public Void visitMethod(MethodTree node, Void unused) {
        return within(AsyncCode.isMethod(source.element(getCurrentPath())), () -> super.visitMethod(node, unused));
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree node, Void unused) {
        if (node.getBody() instanceof MethodInvocationTree call) {
            report(Lint.COROUTINE_DROPPED, dropped.byLambda(getCurrentPath(), call), path(call));
        }
        return within(AsyncCode.isLambda(source, getCurrentPath()), () -> super.visitLambdaExpression(node, unused));
    }

    @Override
    public Void visitClass(ClassTree node, Void unused) {
        return within(false, () -> super.visitClass(node, unused));
    }

    private @Nullable Void within(boolean async, Runnable scan) {
        HeldLocks outer = body;
        body = async ? new HeldLocks(source, resources) : null;
        scan.run();
        if (body != null) body.held().forEach(lock -> report(Lint.LOCK_HELD, Optional.of(body.message(lock)), lock));
        body = outer;
        return null;
    }

    // what stands in them

    @Override
    public Void visitExpressionStatement(ExpressionStatementTree node, Void unused) {
        if (node.getExpression() instanceof MethodInvocationTree call) {
            TreePath at = path(call);
            report(Lint.COROUTINE_DROPPED, dropped.coroutine(at, call), at);
            report(Lint.TASK_DROPPED, dropped.task(at, call), at);
        }
        return super.visitExpressionStatement(node, unused);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree node, Void unused) {
        report(Lint.COROUTINE_DROPPED, dropped.byReference(getCurrentPath(), node), getCurrentPath());
        return super.visitMemberReference(node, unused);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree node, Void unused) {
        if (body != null) {
            report(Lint.BLOCKING_CALL, blocking.call(getCurrentPath(), node), getCurrentPath());
            body.call(getCurrentPath(), node);
        }
        return super.visitMethodInvocation(node, unused);
    }

    @Override
    public Void visitNewClass(NewClassTree node, Void unused) {
        if (body != null) report(Lint.BLOCKING_CALL, blocking.creation(getCurrentPath(), node), getCurrentPath());
        return super.visitNewClass(node, unused);
    }

    @Override
    public Void visitTry(TryTree node, Void unused) {
        if (body != null) {
            body.closing(getCurrentPath(), node);
            swallowed
                    .in(getCurrentPath(), node)
                    .ifPresent(clause ->
                            report(Lint.CANCELLATION_SWALLOWED, Optional.of(swallowed.message(clause)), path(clause)));
        }
        return super.visitTry(node, unused);
    }

    private TreePath path(Tree child) {
        return new TreePath(getCurrentPath(), child);
    }
}
