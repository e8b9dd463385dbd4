package dev.javait.processor.check;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.javait.processor.diagnose.Message;
import dev.javait.processor.tree.AsyncCode;
import dev.javait.processor.tree.AsyncResources;
import dev.javait.processor.tree.Finding;
import dev.javait.processor.tree.Parentheses;
import dev.javait.processor.tree.Source;
import dev.javait.processor.tree.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;

/** Looks for words of the language where they cannot mean anything. Afterwards every await stands in an {@code @Async} body. */
public final class BodyCheck extends TreePathScanner<Void, Void> {
    private static final String ELSEWHERE = "call an @Async method that does what the lambda does";
    private static final String IN_ASYNC = "only an @Async method can do";
    private static final String OUT_OF_HERE =
            "a lambda or a synchronized block within an @Async method cannot do; move it out, use async(() -> …) for the lambda, or"
                    + " AsyncLock for the monitor";

    private final Source source;
    private final AsyncResources resources;
    private final EmittedType emitted;
    private final Advice advice;
    private final List<Finding> findings = new ArrayList<>();

    private BodyCheck(Source source, Elements elements, Types types) {
        this.source = source;
        this.resources = new AsyncResources(source, elements, types);
        this.emitted = new EmittedType(types);
        this.advice = new Advice(elements, types);
    }

    /** Everything that is wrong in the class at {@code path}, in the order of the text. */
    public static List<Finding> run(Source source, Elements elements, Types types, TreePath path) {
        var check = new BodyCheck(source, elements, types);
        check.scan(path, null);
        return check.findings;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree node, Void unused) {
        Optional<Words> word = Words.at(source, getCurrentPath());
        if (word.isPresent()) {
            switch (word.get()) {
                case ASYNC -> place(node, "async");
                case AWAIT -> place(node, "await");
                case EMIT -> {
                    if (place(node, "emit")) emits(node);
                }
                case AWAIT_EACH -> {
                    if (!headsLoop()) report(node, Message.AWAIT_EACH_PLACE.with());
                    else place(node, "awaitEach");
                }
                default -> {}
            }
        }
        return super.visitMethodInvocation(node, unused);
    }

    @Override
    public Void visitReturn(ReturnTree node, Void unused) {
        for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
            if (path.getLeaf() instanceof LambdaExpressionTree) break;
            if (path.getLeaf() instanceof MethodTree && source.element(path) instanceof ExecutableElement method) {
                if (AsyncCode.isMethod(method) && SignatureCheck.isGenerator(method) && !ends(node)) {
                    report(node, Message.RETURN_IN_GENERATOR.with());
                }
                break;
            }
        }
        return super.visitReturn(node, unused);
    }

    /** Whether {@code node} says {@code return end();}. */
    private boolean ends(ReturnTree node) {
        var value = new TreePath(getCurrentPath(), node.getExpression());
        return Words.at(source, Parentheses.inside(value))
                .filter(Words.END::equals)
                .isPresent();
    }

    @Override
    public Void visitTry(TryTree node, Void unused) {
        for (Tree resource : node.getResources()) {
            TypeMirror type = source.type(new TreePath(getCurrentPath(), resource));
            if (type != null && resources.isAwaited(type) && !mayWait())
                report(resource, Message.ASYNC_RESOURCE.with(type, whoMayClose()));
        }
        return super.visitTry(node, unused);
    }

    /** Whether this place may suspend; says nothing. */
    private boolean mayWait() {
        int before = findings.size();
        boolean may = place(getCurrentPath().getLeaf(), "try");
        findings.subList(before, findings.size()).clear();
        return may;
    }

    private String whoMayClose() {
        boolean inLambda = false;
        for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
            inLambda |= path.getLeaf() instanceof LambdaExpressionTree;
            if (path.getLeaf() instanceof MethodTree && source.element(path) instanceof ExecutableElement method) {
                if (AsyncCode.isMethod(method)) return OUT_OF_HERE;
                if (inLambda || method.getKind() == ElementKind.CONSTRUCTOR) break;
                return IN_ASYNC + ", and " + method.getSimpleName() + "() is none; " + advice.in(method, "try");
            }
        }
        return IN_ASYNC + "; close it in one";
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree node, Void unused) {
        Words.of(source.element(getCurrentPath()))
                .filter(Words::suspends)
                .ifPresent(word -> report(node, Message.AWAIT_REFERENCE.with(node)));
        return super.visitMemberReference(node, unused);
    }

    /** Whether {@code name} may suspend at {@code node}; reports it where it may not. */
    private boolean place(Tree node, String name) {
        Tree inner = node;
        for (TreePath path = getCurrentPath().getParentPath(); path != null; path = path.getParentPath()) {
            Tree tree = path.getLeaf();
            if (name.equals("emit") && tree instanceof LambdaExpressionTree)
                return report(node, Message.EMIT_IN_LAMBDA.with());
            if (AsyncCode.isLambda(source, path)) {
                if (!name.equals("async")) return true;
                inner = tree;
                continue;
            }
            if (name.equals("async") && (tree instanceof SynchronizedTree || tree instanceof LambdaExpressionTree)) {
                inner = tree;
                continue;
            }
            if (tree instanceof SynchronizedTree monitor && monitor.getBlock() == inner)
                return report(node, Message.AWAIT_IN_SYNCHRONIZED.with(name));
            if (tree instanceof LambdaExpressionTree) return report(node, Message.AWAIT_IN_LAMBDA.with(name));
            if (tree instanceof MethodTree method) return inMethod(node, name, path, method);
            if (tree instanceof ClassTree || tree instanceof CompilationUnitTree) break;
            inner = tree;
        }
        return report(
                node,
                name.equals("async")
                        ? Message.ASYNC_OUTSIDE.with("an initialiser", ELSEWHERE)
                        : Message.AWAIT_IN_INITIALIZER.with(name, Advice.inInitializer(name)));
    }

    private boolean inMethod(Tree node, String name, TreePath path, MethodTree method) {
        if (!(source.element(path) instanceof ExecutableElement element)) return false;
        if (AsyncCode.isMethod(element)) return true;
        boolean isLambda = name.equals("async");
        if (element.getKind() == ElementKind.CONSTRUCTOR)
            return report(
                    node,
                    isLambda
                            ? Message.ASYNC_OUTSIDE.with("a constructor", ELSEWHERE)
                            : Message.AWAIT_IN_CONSTRUCTOR.with(name, Advice.inConstructor(name)));
        String outer = method.getName() + "()";
        String what = advice.in(element, name);
        return report(
                node,
                isLambda ? Message.ASYNC_OUTSIDE.with(outer, what) : Message.AWAIT_OUTSIDE.with(name, outer, what));
    }

    private boolean headsLoop() {
        TreePath head = Parentheses.outside(getCurrentPath());
        return head.getParentPath().getLeaf() instanceof EnhancedForLoopTree loop
                && loop.getExpression() == head.getLeaf();
    }

    private void emits(MethodInvocationTree node) {
        for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
            if (path.getLeaf() instanceof MethodTree method
                    && source.element(path) instanceof ExecutableElement element) {
                String name = method.getName() + "()";
                if (!SignatureCheck.isGenerator(element)) {
                    report(node, Message.EMIT_OUTSIDE.with(name));
                } else if (element.getReturnType() instanceof DeclaredType type
                        && !type.getTypeArguments().isEmpty()) {
                    ExpressionTree value = node.getArguments().get(0);
                    TypeMirror given = source.type(new TreePath(getCurrentPath(), value));
                    TypeMirror yielded = type.getTypeArguments().get(0);
                    if (given != null && !emitted.fits(value, given, yielded)) {
                        report(node, Message.EMIT_TYPE.with(given, name, yielded));
                    }
                }
                return;
            }
        }
    }

    private boolean report(Tree tree, String text) {
        findings.add(new Finding(Diagnostic.Kind.ERROR, tree, text));
        return false;
    }
}
