package dev.javait.processor.lint;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.diagnose.Message;
import dev.javait.processor.tree.Enclosing;
import dev.javait.processor.tree.Source;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Calls of the JDK that keep the thread waiting, by what {@link BlockingTable} knows. */
final class BlockingCalls {
    /** Streams that come to their end without waiting, and queues that are never full. */
    private static final Set<String> IN_MEMORY =
            Set.of("java.io.ByteArrayInputStream", "java.io.StringReader", "java.io.CharArrayReader");

    private static final Set<String> UNBOUNDED = Set.of(
            "java.util.concurrent.PriorityBlockingQueue",
            "java.util.concurrent.DelayQueue",
            "java.util.concurrent.LinkedTransferQueue");

    private final Source source;
    private final Initializers initializers;

    BlockingCalls(Source source, Types types) {
        this.source = source;
        this.initializers = new Initializers(source);
    }

    Optional<String> call(TreePath path, MethodInvocationTree call) {
        var select = new TreePath(path, call.getMethodSelect());
        if (!(source.element(select) instanceof ExecutableElement method) || method.getKind() != ElementKind.METHOD)
            return Optional.empty();
        Element owner = Enclosing.type(method);
        String name = method.getSimpleName().toString();
        return BlockingTable.of(name, method.getParameters().size())
                .filter(rule -> Supertypes.has(owner, rule.owner()))
                .findFirst()
                .filter(rule -> !(call.getMethodSelect() instanceof MemberSelectTree member
                        && isHarmless(new TreePath(select, member.getExpression()), name)))
                .map(rule -> Message.BLOCKING_CALL.with(owner.getSimpleName() + "." + name + "()", rule.instead()));
    }

    Optional<String> creation(TreePath path, NewClassTree node) {
        return node.getArguments().size() >= 2 && isA(source.type(path), Set.of("java.net.Socket"))
                ? Optional.of(Message.BLOCKING_CALL.with("new Socket()", BlockingTable.SOCKET))
                : Optional.empty();
    }

    private boolean isHarmless(TreePath receiver, String name) {
        if (Finished.is(source, receiver)) return true;
        boolean puts = name.startsWith("put") || name.startsWith("offer");
        return puts ? isA(source.type(receiver), UNBOUNDED) : isInMemory(receiver);
    }

    /** Whether {@code path} is a stream over memory, itself or under the streams that are wrapped around it. */
    private boolean isInMemory(TreePath path) {
        TreePath made = initializers.of(path);
        if (isA(source.type(made), IN_MEMORY)) return true;
        if (!(made.getLeaf() instanceof NewClassTree node)
                || node.getArguments().isEmpty()) return false;
        ExpressionTree wrapped = node.getArguments().get(0);
        return isInMemory(new TreePath(made, wrapped));
    }

    private static boolean isA(@Nullable TypeMirror type, Set<String> names) {
        return Stream.of(names.toArray(String[]::new)).anyMatch(name -> Supertypes.isNamed(type, name));
    }
}
