package dev.javait.processor.lint;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.diagnose.Message;
import dev.javait.processor.tree.AsyncResources;
import dev.javait.processor.tree.OwnSearch;
import dev.javait.processor.tree.Source;
import dev.javait.processor.tree.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * A {@code catch} that takes a cancellation, around an await, and lets it end there. It counts as kept where anything is thrown, where the
 * failure is handed on, and where the code speaks of cancellation itself.
 */
final class Swallowed {
    private static final String CANCELLED = "dev.javait.CancelledError";
    private static final Set<String> HANDS_ON = Set.of(
            "fail", "completeExceptionally", "failedFuture", "failedStage", "onError", "setException", "addSuppressed");

    private final Source source;
    private final Types types;
    private final AsyncResources resources;
    private final @Nullable TypeElement cancelled;

    Swallowed(Source source, Elements elements, Types types, AsyncResources resources) {
        this.source = source;
        this.types = types;
        this.resources = resources;
        this.cancelled = elements.getTypeElement(CANCELLED);
    }

    /** The clause of the {@code try} at {@code path} that swallows a cancellation. */
    Optional<CatchTree> in(TreePath path, TryTree node) {
        if (cancelled == null || node.getCatches().isEmpty()) return Optional.empty();
        List<TreePath> awaits = guarded(path, node)
                .flatMap(tree -> Waits.in(source, tree).stream())
                .toList();
        boolean closes = resources.areAwaited(path, node) || new Closes().finds(new TreePath(path, node.getBlock()));
        if (awaits.isEmpty() && !closes) return Optional.empty();
        for (CatchTree clause : node.getCatches()) {
            TypeMirror type = takesCancellation(new TreePath(path, clause), clause);
            if (type == null) continue;
            boolean meant = Supertypes.isNamed(type, CANCELLED)
                    && !closes
                    && awaits.stream().noneMatch(this::isOfCoroutine);
            return meant || keeps(new TreePath(path, clause), clause) ? Optional.empty() : Optional.of(clause);
        }
        return Optional.empty();
    }

    /** The resources of {@code node}, and its block. */
    private static Stream<TreePath> guarded(TreePath path, TryTree node) {
        return Stream.concat(node.getResources().stream(), Stream.of(node.getBlock()))
                .map(tree -> new TreePath(path, tree));
    }

    String message(CatchTree clause) {
        return Message.CANCELLATION_SWALLOWED.with(
                source.text(clause.getParameter().getType()));
    }

    /** The type of {@code clause} by which it takes a cancellation, if it does. */
    private @Nullable TypeMirror takesCancellation(TreePath path, CatchTree clause) {
        var parameter = new TreePath(path, clause.getParameter());
        Tree written = clause.getParameter().getType();
        var at = new TreePath(parameter, written);
        List<? extends Tree> alternatives =
                written instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(written);
        for (Tree alternative : alternatives) {
            TypeMirror type = source.type(alternative == written ? at : new TreePath(at, alternative));
            if (type != null && cancelled != null && types.isSubtype(cancelled.asType(), type)) return type;
        }
        return null;
    }

    /** Out of the await of a task comes its cancellation too, so to catch that says nothing about the task that waits. */
    private boolean isOfCoroutine(TreePath await) {
        var call = (MethodInvocationTree) await.getLeaf();
        if (Words.at(source, await).filter(Words.AWAIT::equals).isEmpty()) return true;
        TypeMirror awaited = source.type(new TreePath(await, call.getArguments().get(0)));
        return Supertypes.isNamed(awaited, "dev.javait.Coroutine");
    }

    private boolean keeps(TreePath path, CatchTree clause) {
        Element failure = source.element(new TreePath(path, clause.getParameter()));
        return new Keeps(failure).finds(new TreePath(path, clause.getBlock()));
    }

    /** Looks for a {@code try} that closes by awaiting. */
    private final class Closes extends OwnSearch {
        @Override
        public Boolean visitTry(TryTree node, Void unused) {
            return resources.areAwaited(getCurrentPath(), node) || Boolean.TRUE.equals(super.visitTry(node, unused));
        }
    }

    /** Looks for what keeps a cancellation. */
    private final class Keeps extends OwnSearch {
        private final @Nullable Element failure;

        Keeps(@Nullable Element failure) {
            this.failure = failure;
        }

        @Override
        public Boolean visitThrow(ThrowTree node, Void unused) {
            return true;
        }

        @Override
        public Boolean visitIdentifier(IdentifierTree node, Void unused) {
            return isCancelledError();
        }

        @Override
        public Boolean visitMemberSelect(MemberSelectTree node, Void unused) {
            return isCancelledError() || Boolean.TRUE.equals(super.visitMemberSelect(node, unused));
        }

        private boolean isCancelledError() {
            return source.element(getCurrentPath()) instanceof TypeElement type
                    && type.getQualifiedName().contentEquals(CANCELLED);
        }

        @Override
        public Boolean visitMethodInvocation(MethodInvocationTree node, Void unused) {
            String name = name(node.getMethodSelect());
            boolean passes =
                    HANDS_ON.contains(name) || name.toLowerCase(Locale.ROOT).contains("throw");
            return name.equals("uncancel")
                    || passes && node.getArguments().stream().anyMatch(this::isFailure)
                    || Boolean.TRUE.equals(super.visitMethodInvocation(node, unused));
        }

        /** Kept in a variable that is thrown elsewhere in the method. */
        @Override
        public Boolean visitAssignment(AssignmentTree node, Void unused) {
            Element variable = source.element(new TreePath(getCurrentPath(), node.getVariable()));
            return isFailure(node.getExpression()) && variable != null && Thrown.in(source, getCurrentPath(), variable)
                    || Boolean.TRUE.equals(super.visitAssignment(node, unused));
        }

        private boolean isFailure(Tree tree) {
            return tree instanceof IdentifierTree
                    && failure != null
                    && failure.equals(source.element(new TreePath(getCurrentPath(), tree)));
        }

        private static String name(Tree select) {
            if (select instanceof MemberSelectTree member)
                return member.getIdentifier().toString();
            return select instanceof IdentifierTree simple ? simple.getName().toString() : "";
        }
    }
}
