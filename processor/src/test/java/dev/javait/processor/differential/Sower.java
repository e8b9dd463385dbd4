package dev.javait.processor.differential;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Makes a coroutine of each method's body, by itself or as an async lambda, and awaits some of the values in it:
 *
 * <pre>
 * int twice(int x) { return Sown.run(twice$0(x)); }
 * &#64;Async private Coroutine&lt;Integer&gt; twice$0(int x) { return done((int) (await(sown(x)) + await(once$1(x)))); }
 *
 * int half(int x) { return Sown.run(half$2(x)); }
 * &#64;Async private Coroutine&lt;Integer&gt; half$2(int x) { return async(() -> { return (int) (await(sown(x)) / 2); }); }
 * </pre>
 *
 * Lambdas within, {@code x -> x + 1}, become {@code x -> Sown.run(async(() -> await(sown(x)) + 1))}.
 */
final class Sower extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private static final String JAVAIT = "dev.javait.Javait.";
    private static final String ASYNC = JAVAIT + "async(";
    static final String SOWN = "dev.javait.processor.differential.support.Sown.";

    /** One method of so many becomes an async lambda. */
    private static final int LAMBDAS = 4;

    /** So many awaits stand in one another at most: javac's inference takes a multiple of its time for each. */
    private static final int NESTED = 4;

    private final Trees trees;
    private final SourcePositions positions;
    private final CompilationUnitTree file;
    private final Sowing sowing;
    private final Random random;
    private final double density;

    /** What this is in; null where there cannot be an await. */
    private @Nullable Body body;

    /** Of awaits that this is in. */
    private int nested;

    private final Map<Element, Coroutine> coroutines;
    private final Values values;
    private final Declarations declarations;

    /**
     * A body that is a coroutine's.
     *
     * @param change without which it could not
     * @param result the type of the method's, or null
     * @param isLambda whether it is an async lambda's
     * @param isLocked whether it has a monitor, with which it may not wait
     */
    private record Body(Sowing.Change change, @Nullable Tree result, boolean isLambda, boolean isLocked) {
        Body(Sowing.Change change, @Nullable Tree result, boolean isLambda) {
            this(change, result, isLambda, false);
        }

        Body locked() {
            return new Body(change, result, isLambda, true);
        }
    }

    /** What is made of a method, under its name with a suffix. */
    private record Coroutine(String suffix, Sowing.Change change) {}

    private Sower(Trees trees, CompilationUnitTree file, Sowing sowing, Random random, double density) {
        this.trees = trees;
        this.positions = trees.getSourcePositions();
        this.file = file;
        this.sowing = sowing;
        this.random = random;
        this.density = density;
        this.values = new Values(trees, file);
        this.declarations = new Declarations(this::text);
        this.coroutines = coroutines();
    }

    /**
     * @param file has been attributed
     * @param density how many of a method's values are awaited, from 0 to 1
     */
    static Sowing sow(Trees trees, CompilationUnitTree file, String text, Random random, double density) {
        Sowing sowing = new Sowing(text);
        new Sower(trees, file, sowing, random, density).scan(file, null);
        return sowing;
    }

    private Map<Element, Coroutine> coroutines() {
        Map<Element, Coroutine> found = new HashMap<>();
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
                Tree result = method.getReturnType();
                BlockTree block = method.getBody();
                if (result != null && block != null && method.getReceiverParameter() == null)
                    found.put(trees.getElement(getCurrentPath()), new Coroutine("$" + found.size(), sowing.method()));
                return super.visitMethod(method, null);
            }
        }.scan(file, null);
        return found;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
        Body outer = body;
        body = null;
        Coroutine coroutine = coroutines.get(trees.getElement(getCurrentPath()));
        if (coroutine != null) {
            BlockTree block = method.getBody();
            Sowing.Change change = coroutine.change;
            boolean isLambda = random.nextInt(LAMBDAS) == 0 && LambdaBodies.leavesParameters(method);
            body = new Body(change, Declarations.result(method), isLambda);
            String name = method.getName() + coroutine.suffix;
            String begins = Declarations.delegation(method, name) + declarations.coroutine(method, name);
            sowing.open(change, start(block) + 1, begins + (isLambda ? " return " + ASYNC + "() -> {" : ""));
            scan(block, null);
            int end = end(block) - 1;
            if (isLambda) sowing.open(change, end, " });");
            else if (body.result == null)
                sowing.open(sowing.in(change, Sowing.Kind.END), end, " return " + JAVAIT + "done();");
            sowing.close(change, end(block), "");
        } else {
            // of a constructor, the classes in it
            super.visitMethod(method, null);
        }
        body = outer;
        return null;
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree node, @Nullable Void nothing) {
        ExpressionTree value = node.getExpression();
        if (body == null || body.isLambda && body.result == null) return super.visitReturn(node, null);
        if (value == null) {
            sowing.open(body.change, end(node) - 1, " " + JAVAIT + "done()");
            return null;
        }
        boolean primitive = body.result instanceof PrimitiveTypeTree;
        String type = text(body.result);
        String done = body.isLambda ? "(" : JAVAIT + (primitive ? "done(" : "<" + type + ">done(");
        sowing.open(body.change, start(value), " " + done + (primitive ? "(" + type + ") (" : ""));
        super.visitReturn(node, null);
        sowing.close(body.change, end(value), primitive ? "))" : ")");
        return null;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
        if (body == null || body.isLocked || !(tree instanceof ExpressionTree) || random.nextDouble() >= density)
            return super.scan(tree, null);
        if (nested == NESTED) return super.scan(tree, null);
        TreePath path = new TreePath(getCurrentPath(), tree);
        Coroutine called = tree instanceof MethodInvocationTree call
                ? coroutines.get(trees.getElement(new TreePath(path, call.getMethodSelect())))
                : null;
        if (called != null) await((MethodInvocationTree) tree, called, values.primitive(path));
        else if (values.isValue(path)) await(tree, values.primitive(path));
        else super.scan(tree, null);
        return null;
    }

    // await(twice$0(x))
    private void await(MethodInvocationTree call, Coroutine called, String cast) {
        Sowing.Change change = sowing.call(body.change, called.change);
        sowing.open(change, start(call), " " + cast + JAVAIT + "await(");
        sowing.open(change, end(call.getMethodSelect()), called.suffix);
        within(call);
        sowing.close(change, end(call), ")");
    }

    // await(sown(x))
    private void await(Tree value, String cast) {
        Sowing.Change change = sowing.in(body.change, Sowing.Kind.AWAIT);
        sowing.open(change, start(value), " " + cast + JAVAIT + "await(" + SOWN + "sown(");
        within(value);
        sowing.close(change, end(value), "))");
    }

    private void within(Tree awaited) {
        nested++;
        super.scan(awaited, null);
        nested--;
    }

    @Override
    public @Nullable Void visitClass(ClassTree node, @Nullable Void nothing) {
        return without(() -> super.visitClass(node, null));
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree node, @Nullable Void nothing) {
        if (body == null || random.nextDouble() >= density)
            return without(() -> super.visitLambdaExpression(node, null));
        Tree block = node.getBody();
        boolean isBlock = node.getBodyKind() == LambdaExpressionTree.BodyKind.STATEMENT;
        Sowing.Change change = sowing.in(body.change, Sowing.Kind.LAMBDA);
        String begins = !isBlock ? "" : LambdaBodies.gives(block) ? "{ return " : "{ ";
        Body outer = body;
        body = new Body(change, null, true);
        sowing.open(change, start(block), " " + begins + SOWN + "run(" + ASYNC + "() -> ");
        scan(block, null);
        sowing.close(change, end(block), isBlock ? ")); }" : "))");
        body = outer;
        return null;
    }

    @Override
    public @Nullable Void visitSynchronized(SynchronizedTree node, @Nullable Void nothing) {
        scan(node.getExpression(), null);
        Body outer = body;
        if (outer != null) body = outer.locked();
        scan(node.getBlock(), null);
        body = outer;
        return null;
    }

    @Override
    public @Nullable Void visitAnnotation(AnnotationTree node, @Nullable Void nothing) {
        return null;
    }

    /** Labels are constants. */
    @Override
    public @Nullable Void visitCase(CaseTree node, @Nullable Void nothing) {
        scan(guard(node), null);
        if (node.getStatements() != null) scan(node.getStatements(), null);
        else scan(node.getBody(), null);
        return null;
    }

    /** What stands behind {@code when}, which javac knows from 21 on. */
    private static @Nullable Tree guard(CaseTree node) {
        try {
            return (Tree) CaseTree.class.getMethod("getGuard").invoke(node);
        } catch (NoSuchMethodException e) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.toString(), e);
        }
    }

    /** An initialiser alone: types are no values. */
    @Override
    public @Nullable Void visitVariable(VariableTree node, @Nullable Void nothing) {
        return scan(node.getInitializer(), null);
    }

    private @Nullable Void without(Runnable scan) {
        Body outer = body;
        body = null;
        scan.run();
        body = outer;
        return null;
    }

    private String text(Tree tree) {
        return sowing.text().substring(start(tree), end(tree));
    }

    private int start(Tree tree) {
        return (int) positions.getStartPosition(file, tree);
    }

    private int end(Tree tree) {
        return (int) positions.getEndPosition(file, tree);
    }
}
