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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * Makes a coroutine of each method's body, and awaits some of the values in it:
 *
 * <pre>
 * int twice(int x) { return Sown.run(twice$0(x)); }
 * &#64;Async private Coroutine&lt;Integer&gt; twice$0(int x) { return done((int) (await(sown(x)) + await(once$1(x)))); }
 * </pre>
 */
final class Sower extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private static final String JAVAIT = "dev.javait.Javait.";
    private static final String SOWN = "dev.javait.processor.differential.support.Sown.";

    private final Trees trees;
    private final SourcePositions positions;
    private final CompilationUnitTree file;
    private final Sowing sowing;
    private final Random random;
    private final double density;

    /** The method whose body this is in; null where there cannot be an await. */
    private @Nullable Body body;

    private final Map<Element, Coroutine> coroutines;
    private final Values values;

    private record Body(Sowing.Change change, @Nullable Tree result) {}

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
            Tree result = method.getReturnType();
            BlockTree block = method.getBody();
            Sowing.Change change = coroutine.change;
            boolean gives = !isVoid(result);
            String name = method.getName() + coroutine.suffix;
            sowing.open(change, start(block) + 1, delegation(method, name, gives) + coroutine(method, name, gives));
            body = new Body(change, gives ? result : null);
            scan(block, null);
            if (!gives) {
                int end = end(block) - 1;
                sowing.open(sowing.in(change, Sowing.Kind.END), end, " return " + JAVAIT + "done();");
            }
            sowing.close(change, end(block), "");
        } else {
            // of a constructor, the classes in it
            super.visitMethod(method, null);
        }
        body = outer;
        return null;
    }

    private static boolean isVoid(Tree type) {
        return type instanceof PrimitiveTypeTree primitive && primitive.getPrimitiveTypeKind() == TypeKind.VOID;
    }

    // return Sown.run(twice$0(x)); }
    private static String delegation(MethodTree method, String name, boolean gives) {
        String arguments = method.getParameters().stream()
                .map(parameter -> parameter.getName().toString())
                .collect(Collectors.joining(", "));
        return (gives ? " return " : " ") + SOWN + "run(" + name + "(" + arguments + ")); }";
    }

    // @Async private Coroutine<Integer> twice$0(int x) {
    private String coroutine(MethodTree method, String name, boolean gives) {
        StringBuilder text = new StringBuilder(" @dev.javait.Async private ");
        if (method.getModifiers().getFlags().contains(Modifier.STATIC)) text.append("static ");
        if (!method.getTypeParameters().isEmpty())
            text.append("<").append(texts(method.getTypeParameters())).append("> ");
        Tree result = method.getReturnType();
        text.append("dev.javait.Coroutine<")
                .append(gives ? boxed(result) : "Void")
                .append("> ");
        text.append(name).append("(").append(texts(method.getParameters())).append(")");
        if (!method.getThrows().isEmpty()) text.append(" throws ").append(texts(method.getThrows()));
        return text.append(" {").toString();
    }

    private String texts(List<? extends Tree> trees) {
        return trees.stream().map(this::text).collect(Collectors.joining(", "));
    }

    private String boxed(Tree type) {
        if (!(type instanceof PrimitiveTypeTree primitive)) return text(type);
        return switch (primitive.getPrimitiveTypeKind()) {
            case INT -> "Integer";
            case CHAR -> "Character";
            default -> {
                String name = text(type);
                yield name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
            }
        };
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree node, @Nullable Void nothing) {
        if (body == null) return super.visitReturn(node, null);
        ExpressionTree value = node.getExpression();
        if (value == null) {
            sowing.open(body.change, end(node) - 1, " " + JAVAIT + "done()");
            return null;
        }
        boolean primitive = body.result instanceof PrimitiveTypeTree;
        String type = text(body.result);
        sowing.open(
                body.change,
                start(value),
                " " + JAVAIT + (primitive ? "done((" + type + ") (" : "<" + type + ">done("));
        super.visitReturn(node, null);
        sowing.close(body.change, end(value), primitive ? "))" : ")");
        return null;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
        if (body == null || !(tree instanceof ExpressionTree) || random.nextDouble() >= density)
            return super.scan(tree, null);
        TreePath path = new TreePath(getCurrentPath(), tree);
        Coroutine called = tree instanceof MethodInvocationTree call
                ? coroutines.get(trees.getElement(new TreePath(path, call.getMethodSelect())))
                : null;
        if (called != null) await((MethodInvocationTree) tree, called);
        else if (values.isValue(path)) await(tree);
        else super.scan(tree, null);
        return null;
    }

    // await(twice$0(x))
    private void await(MethodInvocationTree call, Coroutine called) {
        Sowing.Change change = sowing.call(body.change, called.change);
        sowing.open(change, start(call), " " + JAVAIT + "await(");
        sowing.open(change, end(call.getMethodSelect()), called.suffix);
        super.scan(call, null);
        sowing.close(change, end(call), ")");
    }

    // await(sown(x))
    private void await(Tree value) {
        Sowing.Change change = sowing.in(body.change, Sowing.Kind.AWAIT);
        sowing.open(change, start(value), " " + JAVAIT + "await(" + SOWN + "sown(");
        super.scan(value, null);
        sowing.close(change, end(value), "))");
    }

    @Override
    public @Nullable Void visitClass(ClassTree node, @Nullable Void nothing) {
        return without(() -> super.visitClass(node, null));
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree node, @Nullable Void nothing) {
        return without(() -> super.visitLambdaExpression(node, null));
    }

    @Override
    public @Nullable Void visitSynchronized(SynchronizedTree node, @Nullable Void nothing) {
        scan(node.getExpression(), null);
        return without(() -> scan(node.getBlock(), null));
    }

    @Override
    public @Nullable Void visitAnnotation(AnnotationTree node, @Nullable Void nothing) {
        return null;
    }

    /** Labels are constants. */
    @Override
    public @Nullable Void visitCase(CaseTree node, @Nullable Void nothing) {
        if (node.getStatements() != null) scan(node.getStatements(), null);
        else scan(node.getBody(), null);
        return null;
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
