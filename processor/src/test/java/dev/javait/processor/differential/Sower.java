package dev.javait.processor.differential;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Makes a coroutine of each method's body, and awaits some of the values in it:
 *
 * <pre>
 * int twice(int x) { return Sown.run(twice$0(x)); }
 * &#64;Async private Coroutine&lt;Integer&gt; twice$0(int x) { return done((int) (await(sown(x)) + x)); }
 * </pre>
 */
final class Sower extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private static final String JAVAIT = "dev.javait.Javait.";
    private static final String SOWN = "dev.javait.processor.differential.support.Sown.";

    private static final Set<ElementKind> VARIABLES = EnumSet.of(
            ElementKind.FIELD,
            ElementKind.ENUM_CONSTANT,
            ElementKind.PARAMETER,
            ElementKind.LOCAL_VARIABLE,
            ElementKind.EXCEPTION_PARAMETER,
            ElementKind.RESOURCE_VARIABLE,
            ElementKind.BINDING_VARIABLE);

    private final Trees trees;
    private final SourcePositions positions;
    private final CompilationUnitTree file;
    private final Sowing sowing;
    private final Random random;
    private final double density;

    /** The method whose body this is in; null where there cannot be an await. */
    private @Nullable Body body;

    private int methods;

    private record Body(Sowing.Change change, @Nullable Tree result) {}

    private Sower(Trees trees, CompilationUnitTree file, Sowing sowing, Random random, double density) {
        this.trees = trees;
        this.positions = trees.getSourcePositions();
        this.file = file;
        this.sowing = sowing;
        this.random = random;
        this.density = density;
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

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
        Body outer = body;
        body = null;
        Tree result = method.getReturnType();
        BlockTree block = method.getBody();
        if (result != null && block != null && method.getReceiverParameter() == null && start(block) > start(result)) {
            Sowing.Change change = sowing.change(null);
            boolean gives = !isVoid(result);
            String name = method.getName() + "$" + methods++;
            sowing.open(change, start(block) + 1, delegation(method, name, gives) + coroutine(method, name, gives));
            body = new Body(change, gives ? result : null);
            scan(block, null);
            if (!gives) {
                int end = end(block) - 1;
                sowing.open(sowing.change(change), end, " return " + JAVAIT + "done();");
            }
            sowing.close(change, end(block), "");
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
                yield name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
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
        Body around = body;
        if (around == null || !(tree instanceof ExpressionTree) || !isValue(new TreePath(getCurrentPath(), tree)))
            return super.scan(tree, null);
        if (random.nextDouble() >= density) return super.scan(tree, null);
        Sowing.Change change = sowing.change(around.change);
        sowing.open(change, start(tree), " " + JAVAIT + "await(" + SOWN + "sown(");
        super.scan(tree, null);
        sowing.close(change, end(tree), "))");
        return null;
    }

    private boolean isValue(TreePath path) {
        Tree tree = path.getLeaf();
        switch (tree.getKind()) {
            case LAMBDA_EXPRESSION, MEMBER_REFERENCE, ANNOTATION -> {
                return false;
            }
            case PRIMITIVE_TYPE, ARRAY_TYPE, PARAMETERIZED_TYPE, ANNOTATED_TYPE -> {
                return false;
            }
            // while (true) has no end
            case BOOLEAN_LITERAL, NULL_LITERAL -> {
                return false;
            }
            // those of if, while and switch
            case PARENTHESIZED -> {
                Tree parent = path.getParentPath().getLeaf();
                if (!(parent instanceof ExpressionTree) || parent instanceof SwitchExpressionTree) return false;
            }
            default -> {}
        }
        if (tree instanceof NewArrayTree array && array.getType() == null) return false;
        // what is bound in an argument is not known behind the call
        if (binds(tree)) return false;
        if (end(tree) < 0 || isAssigned(tree, path.getParentPath().getLeaf())) return false;
        if (tree instanceof IdentifierTree || tree instanceof MemberSelectTree) {
            Element element = trees.getElement(path);
            if (element == null || !VARIABLES.contains(element.getKind())) return false;
            if (element.getSimpleName().contentEquals("super")) return false;
        }
        TypeMirror type = trees.getTypeMirror(path);
        return type != null
                && (type.getKind().isPrimitive()
                        || switch (type.getKind()) {
                            case DECLARED, ARRAY, TYPEVAR, INTERSECTION, UNION, WILDCARD -> true;
                            default -> false;
                        });
    }

    private static boolean binds(Tree tree) {
        return Boolean.TRUE.equals(
                new TreeScanner<Boolean, @Nullable Void>() {
                    @Override
                    public Boolean visitBindingPattern(BindingPatternTree pattern, @Nullable Void nothing) {
                        return true;
                    }

                    @Override
                    public Boolean reduce(@Nullable Boolean one, @Nullable Boolean other) {
                        return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
                    }
                }.scan(tree, null));
    }

    private static boolean isAssigned(Tree tree, Tree parent) {
        return parent instanceof AssignmentTree assignment && assignment.getVariable() == tree
                || parent instanceof CompoundAssignmentTree compound && compound.getVariable() == tree
                || parent instanceof ExpressionStatementTree && tree instanceof LiteralTree
                || parent instanceof UnaryTree unary
                        && switch (unary.getKind()) {
                            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
                            default -> false;
                        };
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
