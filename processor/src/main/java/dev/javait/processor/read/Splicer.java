package dev.javait.processor.read;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Expr;
import dev.javait.processor.model.Jump;
import dev.javait.processor.model.Part;
import dev.javait.processor.model.Type;
import dev.javait.processor.model.Variable;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Takes a piece of the user's text over, with the names replaced that mean something else where it goes: {@code this}, members
 * without a receiver, types, variables of the method, jumps out of the piece. A tree kind that is not named here holds no such
 * name of its own, so syntax that does not exist yet passes through.
 */
final class Splicer extends TreePathScanner<Void, Void> {
    private static final Pattern VAL = Pattern.compile("(?<![\\w.$])(lombok\\s*\\.\\s*)?val\\s+$");
    private static final int LONGEST_VAL = 40;

    private final Body body;
    private final MemberAccess members;
    private final DeadCode dead;
    private final Edits edits;
    private final Map<Tree, Expr> operands;
    /** The type arguments that calls get, which Java has inferred for them. */
    private final Map<Tree, Code> typeArguments = new IdentityHashMap<>();
    /** The statement to take over, if it is one. */
    private @Nullable Tree whole;

    /** Where the text to take over ends; what begins there or behind is not looked at. */
    private int limit = Integer.MAX_VALUE;

    /** What the labels to take over bind themselves: their guards read it under its name in the pattern. */
    private List<Variable> labelBindings = List.of();

    /** Declarators share the tree of their type. */
    private final Set<Tree> seen = new HashSet<>();

    private int site;
    private int lambdas;
    private Set<Variable> captured = new LinkedHashSet<>();

    private Splicer(Body body, Map<Tree, Expr> operands) {
        this.body = body;
        this.members = new MemberAccess(body);
        this.dead = new DeadCode(body);
        this.edits = new Edits(body.source);
        this.operands = operands;
        this.site = body.nextSite();
    }

    /** The text of {@code tree}. */
    static Code code(Body body, TreePath tree) {
        if (body.source.isGenerated(tree.getLeaf())) return Generated.code(body, tree);
        var splicer = new Splicer(body, Map.of());
        splicer.whole = tree.getLeaf();
        splicer.scan(tree, null);
        return splicer.edits.code(body.source.start(tree.getLeaf()), body.source.end(tree.getLeaf()));
    }

    /** The text of the labels of the case at {@code tree}, which end at {@code end}. */
    static Code labels(Body body, TreePath tree, List<Variable> bindings, int end) {
        var splicer = new Splicer(body, Map.of());
        splicer.labelBindings = bindings;
        splicer.limit = end;
        splicer.scan(tree, null);
        String text = body.source.text(body.source.start(tree.getLeaf()), end);
        return splicer.edits.code(
                body.source.start(tree.getLeaf()),
                end - (text.length() - text.stripTrailing().length()));
    }

    /** The text of the guard at {@code tree}, of a case that binds {@code bindings}. */
    static Code guard(Body body, TreePath tree, List<Variable> bindings) {
        var splicer = new Splicer(body, Map.of());
        splicer.labelBindings = bindings;
        splicer.limit = body.source.end(tree.getLeaf());
        splicer.scan(tree, null);
        return splicer.edits.code(body.source.start(tree.getLeaf()), body.source.end(tree.getLeaf()));
    }

    /**
     * The text of {@code tree} with {@code operands} as pieces of their own.
     *
     * @param typeArguments of the call that {@code tree} then is, where they do not stand there; or nothing
     */
    static List<Expr.Piece> pieces(Body body, TreePath tree, Map<Tree, Expr> operands, Code typeArguments) {
        var splicer = new Splicer(body, operands);
        if (!typeArguments.equals(Code.EMPTY)) splicer.typeArguments.put(tree.getLeaf(), typeArguments);
        splicer.scan(tree, null);
        return splicer.edits.pieces(body.source.start(tree.getLeaf()), body.source.end(tree.getLeaf()));
    }

    @Override
    public Void scan(Tree tree, Void unused) {
        if (tree == null || body.source.start(tree) >= limit || !seen.add(tree)) return null;
        Expr operand = operands.get(tree);
        if (operand != null) {
            edits.replace(tree, operand);
            return null;
        }
        var standIn = dead.standIn(getCurrentPath(), tree);
        if (standIn.isEmpty()) {
            if (body.source.isGenerated(tree)) throw Generated.unsupported(tree);
            return super.scan(tree, unused);
        }
        edits.replace(tree, standIn.get());
        return null;
    }

    private Code inner(Tree tree) {
        var splicer = new Splicer(body, operands);
        splicer.whole = whole;
        splicer.site = site;
        splicer.lambdas = lambdas;
        splicer.captured = captured;
        splicer.scan(new TreePath(getCurrentPath(), tree), null);
        return splicer.edits.code(body.source.start(tree), body.source.end(tree));
    }

    // names

    @Override
    public Void visitIdentifier(IdentifierTree node, Void unused) {
        Element element = body.source.element(getCurrentPath());
        if (element == null || isEnumLabel(element)) return null;
        Variable variable = body.variable(element);
        if (variable != null) {
            edits.replace(node, use(element, variable));
        } else {
            members.simpleName(getCurrentPath(), element).ifPresent(code -> edits.replace(node, code));
            castField(node, element);
        }
        return null;
    }

    private void castField(Tree node, @Nullable Element field) {
        if (field == null) return;
        new LocalMembers(body).field(getCurrentPath(), field).ifPresent(cast -> around(node, cast));
    }

    private void around(Tree node, Code opening) {
        edits.before(node, opening);
        edits.after(node, Code.of(")"));
    }

    /** A constant stays one, for a case label or a narrow type may need it. */
    private Code use(Element element, Variable variable) {
        Object constant = ((VariableElement) element).getConstantValue();
        if (constant != null) return Constants.written(body.elements, constant);
        return Code.of(use(variable, VariableAccess.of(getCurrentPath())));
    }

    private Part use(Variable variable, Part.Access access) {
        if (labelBindings.contains(variable)) return new Part.BindingName(variable);
        if (lambdas == 0 && !isInGuard() && !isResource()) return new Part.Use(variable, access);
        captured.add(variable);
        return new Part.Captured(variable, site);
    }

    /** A guard may read only what never changes, as a lambda may; one that awaits is no guard in what is generated. */
    private boolean isInGuard() {
        Tree inner = getCurrentPath().getLeaf();
        for (TreePath path = getCurrentPath().getParentPath(); path != null; path = path.getParentPath()) {
            if (inner == body.root.getLeaf()) return false;
            boolean isLabel = path.getLeaf() instanceof CaseTree node
                    && inner != node.getBody()
                    && !(inner instanceof StatementTree)
                    && !body.awaits.in(inner);
            if (isLabel) return true;
            inner = path.getLeaf();
        }
        return false;
    }

    /** {@code try (variable)}: it must not change either. */
    private boolean isResource() {
        return getCurrentPath().getParentPath().getLeaf() instanceof TryTree node
                && node.getResources().contains(getCurrentPath().getLeaf());
    }

    /** Whether {@code element} is a constant whose simple name says all: a label of a switch over its enum. */
    private boolean isEnumLabel(Element element) {
        return element.getKind() == javax.lang.model.element.ElementKind.ENUM_CONSTANT
                && Labels.isOfEnum(body.source, getCurrentPath());
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree node, Void unused) {
        castField(node, body.source.element(getCurrentPath()));
        var replacement = members.select(getCurrentPath(), node);
        if (replacement.isPresent()) {
            edits.replace(node, replacement.get());
            return null;
        }
        return super.visitMemberSelect(node, unused);
    }

    /** In code that nobody writes or inspects they say nothing; and their members are no names of the method. */
    @Override
    public Void visitAnnotation(AnnotationTree node, Void unused) {
        if (!body.source.written(node) || !body.source.text(node).startsWith("@")) return null;
        int end = body.source.end(node);
        while (body.source.text(end, end + 1).equals(" ")) end++;
        edits.replace(body.source.start(node), end, Code.EMPTY);
        return null;
    }

    /** {@code java.util.@Nullable List}: the annotations stand within the name, and what is generated needs none. */
    @Override
    public Void visitAnnotatedType(AnnotatedTypeTree node, Void unused) {
        if (!(node.getUnderlyingType() instanceof MemberSelectTree type)) return super.visitAnnotatedType(node, unused);
        Code plain = Code.of(body.source.text(type.getExpression()) + "." + type.getIdentifier());
        edits.replace(
                node, members.select(new TreePath(getCurrentPath(), type), type).orElse(plain));
        return null;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree node, Void unused) {
        var lambda = new AsyncLambdas(body).of(getCurrentPath(), node, this::useCode);
        if (lambda.isPresent()) {
            edits.replace(node, lambda.get());
            return null;
        }
        var call = new SuperCalls(body)
                .call(getCurrentPath(), node)
                .or(() -> new StaticCalls(body).call(getCurrentPath(), node));
        Element called = body.source.element(new TreePath(getCurrentPath(), node.getMethodSelect()));
        if (call.isEmpty()) {
            new LocalMembers(body).result(getCurrentPath(), node).ifPresent(cast -> around(node, cast));
            castArguments(called, node.getArguments(), false);
            if (called == null || !typeArguments.containsKey(node)) return super.visitMethodInvocation(node, unused);
            typedSelect(node, called, typeArguments.get(node));
            scan(node.getArguments(), null);
            return null;
        }
        castArguments(called, node.getArguments(), true);
        edits.replace(node.getMethodSelect(), call.get().select());
        edits.before(node, call.get().before());
        edits.after(node, call.get().after());
        var elements = call.get().elements();
        elements.ifPresent(e -> openArray(node, e));
        scan(node.getArguments(), null);
        if (elements.isPresent()) closeArray(node);
        return null;
    }

    /** {@code stream.<String>map} for {@code stream.map}. */
    private void typedSelect(MethodInvocationTree node, Element called, Code arguments) {
        String name = called.getSimpleName().toString();
        if (node.getMethodSelect() instanceof MemberSelectTree select) {
            // it may be written in other characters than it has
            int at = body.source.find(name, body.source.end(select.getExpression()), body.source.end(select));
            edits.replace(at, at, arguments);
            scan(select, null);
            return;
        }
        var path = new TreePath(getCurrentPath(), node.getMethodSelect());
        Code owner = members.owner(path, called);
        edits.replace(node.getMethodSelect(), Code.join(owner, ".", arguments, name));
    }

    private void castArguments(@Nullable Element called, List<? extends ExpressionTree> arguments, boolean bridged) {
        if (!(called instanceof ExecutableElement method)) return;
        for (int i = 0; i < arguments.size(); i++) {
            ExpressionTree argument = arguments.get(i);
            new LocalMembers(body)
                    .argument(getCurrentPath(), method, argument, i, bridged)
                    .ifPresent(cast -> around(argument, cast));
            if (!operands.containsKey(argument))
                LeastUpperBounds.cast(body, getCurrentPath(), new TreePath(getCurrentPath(), argument))
                        .ifPresent(cast -> around(argument, cast));
        }
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree node, Void unused) {
        new LocalMembers(body)
                .as(
                        new TreePath(getCurrentPath(), node.getExpression()),
                        body.elements.getTypeElement("java.lang.Iterable"))
                .ifPresent(cast -> around(node.getExpression(), cast));
        return super.visitEnhancedForLoop(node, unused);
    }

    private void openArray(MethodInvocationTree call, SuperCalls.Elements elements) {
        var arguments = call.getArguments();
        if (elements.first() < arguments.size()) {
            edits.before(arguments.get(elements.first()), elements.open());
        } else {
            int end = body.source.end(call) - 1;
            edits.replace(end, end, arguments.isEmpty() ? elements.open() : Code.join(", ", elements.open()));
        }
    }

    /** Behind all else that stands behind the last argument. */
    private void closeArray(MethodInvocationTree call) {
        int end = body.source.end(call) - 1;
        edits.replace(end, end, Code.of("}"));
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree node, Void unused) {
        lambdas++;
        var replacement = new References(body).of(getCurrentPath(), node, this::useCode);
        lambdas--;
        if (replacement.isPresent()) {
            edits.replace(node, replacement.get());
            return null;
        }
        new LocalMembers(body).bound(getCurrentPath(), node).ifPresent(cast -> around(node, cast));
        return super.visitMemberReference(node, unused);
    }

    private Code useCode(Element element) {
        Variable variable = body.variable(element);
        return variable == null ? members.captured(element) : Code.of(use(variable, Part.Access.READ));
    }

    @Override
    public Void visitNewClass(NewClassTree node, Void unused) {
        var creations = new Creations(body);
        var local = creations.local(getCurrentPath(), node, this::useCode);
        castArguments(body.source.element(getCurrentPath()), node.getArguments(), local.isPresent());
        if (local.isPresent()) {
            spliceCall(node, local.get());
            return null;
        }
        if (typeArguments.containsKey(node) && node.getIdentifier() instanceof ParameterizedTypeTree type)
            edits.replace(body.source.end(type.getType()), body.source.end(type), typeArguments.get(node));
        var outer = creations.implicitOuter(getCurrentPath(), node);
        if (outer.isEmpty() && node.getEnclosingExpression() == null) return super.visitNewClass(node, unused);
        outer.ifPresent(code -> edits.before(node, Code.join(code, ".")));
        scan(node.getEnclosingExpression(), null);
        scan(node.getTypeArguments(), null);
        // behind a dot the class goes by its simple name, as it may stand already
        ExpressionTree identifier = node.getIdentifier();
        edits.replace(Creations.simpleName(identifier), Code.of(Creations.simpleText(identifier)));
        if (identifier instanceof ParameterizedTypeTree type) scan(type.getTypeArguments(), null);
        scan(node.getArguments(), null);
        return null;
    }

    /** Replaces all of {@code node} but its arguments, which keep their text. */
    private void spliceCall(NewClassTree node, Creations.Call call) {
        int at = body.source.start(node);
        for (int i = 0; i < call.arguments().size(); i++) {
            Tree argument = call.arguments().get(i);
            edits.replace(
                    at,
                    body.source.start(argument),
                    i == 0 ? call.before() : call.between().get(i - 1));
            scan(argument, null);
            at = body.source.end(argument);
        }
        Code rest = call.arguments().isEmpty() ? Code.join(call.before(), call.after()) : call.after();
        edits.replace(at, body.source.end(node), rest);
    }

    /** Of a type parameter that stands for {@code Number & Comparable} Java makes no number, as it does of those. */
    @Override
    public Void visitTypeCast(TypeCastTree node, Void unused) {
        TypeMirror cast = body.source.type(new TreePath(getCurrentPath(), node.getType()));
        TypeMirror given = body.source.type(new TreePath(getCurrentPath(), node.getExpression()));
        if (cast != null && cast.getKind().isPrimitive() && given instanceof IntersectionType)
            edits.before(node.getExpression(), Code.join("(", Type.OBJECT, ") "));
        return super.visitTypeCast(node, unused);
    }

    /** To a variable for whose type a type parameter stands nothing but that can be assigned. */
    @Override
    public Void visitAssignment(AssignmentTree node, Void unused) {
        new LocalMembers(body).assigned(getCurrentPath(), node).ifPresent(cast -> {
            edits.before(node, cast);
            edits.after(node, Code.of("))"));
        });
        TypeMirror type = body.source.type(new TreePath(getCurrentPath(), node.getVariable()));
        if (type != null && !TypeReader.isDenotable(type, 0)) {
            Type written = body.typeReader.of(type);
            if (written.assumed()) {
                Code between = TargetTyped.is(new TreePath(getCurrentPath(), node.getExpression()))
                        ? Code.EMPTY
                        : Code.join("(", Type.OBJECT, ") ");
                edits.before(node.getExpression(), Code.join("(", written, ") ", between, "("));
                edits.after(node.getExpression(), Code.of(")"));
            }
        }
        return super.visitAssignment(node, unused);
    }

    // declarations

    @Override
    public Void visitVariable(VariableTree node, Void unused) {
        if (!lombokVal(node)) {
            scan(node.getModifiers(), null);
            if (body.source.written(node.getType())) scan(node.getType(), null);
        }
        nameBinding(node);
        scan(node.getInitializer(), null);
        return null;
    }

    /** Lombok's {@code val} stands in the text alone: it has told javac the type, and made an annotation of the word. */
    private boolean lombokVal(VariableTree node) {
        int end = body.source.nameStart(node);
        // of int x[] the name stands within the type
        if (end < 0) return false;
        Matcher val = VAL.matcher(body.source.text(Math.max(0, end - LONGEST_VAL), end));
        Element variable = body.source.element(getCurrentPath());
        if (!val.find() || variable == null) return false;
        if (variable.asType() instanceof DeclaredType type
                && type.asElement().getSimpleName().contentEquals("val")) return false;
        edits.replace(end - val.group().length(), end, Code.of("var "));
        return true;
    }

    /** A pattern variable that code outside of this piece may read. */
    private void nameBinding(VariableTree node) {
        Variable variable = body.variable(body.source.element(getCurrentPath()));
        if (variable == null || variable.origin() != Variable.Origin.BINDING || lambdas > 0) return;
        int at = body.source.nameStart(node);
        edits.replace(at, body.source.nameEnd(at), Code.of(new Part.BindingName(variable)));
    }

    @Override
    public Void visitInstanceOf(InstanceOfTree node, Void unused) {
        // what a guard binds is copied with what its pattern binds, once the case is chosen
        boolean inLabels = limit != Integer.MAX_VALUE;
        List<Variable> bindings = lambdas > 0 || inLabels || node.getPattern() == null
                ? List.of()
                : Bindings.registered(body, new TreePath(getCurrentPath(), node.getPattern()));
        if (!bindings.isEmpty()) {
            edits.before(node, Code.of("("));
            edits.after(node, Code.of(new Part.Bound(bindings), new Part.Text(")")));
        }
        return super.visitInstanceOf(node, unused);
    }

    @Override
    public Void visitClass(ClassTree node, Void unused) {
        edits.replace(node, Code.EMPTY);
        return null;
    }

    // lambdas, and the copies that they capture

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree node, Void unused) {
        lambdas++;
        if (node.getBody() instanceof ExpressionTree value) castGiven(value);
        super.visitLambdaExpression(node, unused);
        lambdas--;
        return null;
    }

    private void castGiven(ExpressionTree value) {
        LeastUpperBounds.given(body, new TreePath(getCurrentPath(), value)).ifPresent(cast -> around(value, cast));
    }

    @Override
    public Void visitBlock(BlockTree node, Void unused) {
        node.getStatements().forEach(this::statement);
        return null;
    }

    @Override
    public Void visitIf(IfTree node, Void unused) {
        scan(node.getCondition(), null);
        braced(node.getThenStatement());
        braced(node.getElseStatement());
        return null;
    }

    private void statement(StatementTree statement) {
        if (lambdas > 0 || isInGuard()) {
            scan(statement, null);
            return;
        }
        withOwnSite(statement, copies -> edits.before(statement, Code.of(copies)));
    }

    private void braced(@Nullable StatementTree statement) {
        if (statement == null) return;
        if (lambdas > 0 || statement instanceof BlockTree || isInGuard()) {
            scan(statement, null);
            return;
        }
        withOwnSite(statement, copies -> {
            edits.before(statement, Code.join("{ ", copies));
            edits.after(statement, Code.of(" }"));
        });
    }

    private void withOwnSite(StatementTree statement, java.util.function.Consumer<Part.Copies> insert) {
        int outerSite = site;
        Set<Variable> outerCaptured = captured;
        site = body.nextSite();
        captured = new LinkedHashSet<>();
        scan(statement, null);
        if (!captured.isEmpty()) insert.accept(new Part.Copies(captured, site));
        site = outerSite;
        captured = outerCaptured;
    }

    // jumps out of the piece

    @Override
    public Void visitBreak(BreakTree node, Void unused) {
        return jump(node, Jumps.of(body, getCurrentPath(), node));
    }

    @Override
    public Void visitContinue(ContinueTree node, Void unused) {
        return jump(node, Jumps.of(body, getCurrentPath(), node));
    }

    @Override
    public Void visitYield(YieldTree node, Void unused) {
        var target = Jumps.target(body, getCurrentPath(), node);
        if (lambdas > 0 || target == null) return super.visitYield(node, unused);
        return jump(node, new Jump.Yield(target, inner(node.getValue())));
    }

    @Override
    public Void visitReturn(ReturnTree node, Void unused) {
        ExpressionTree value = node.getExpression();
        if (lambdas > 0) {
            if (value != null) castGiven(value);
            return super.visitReturn(node, unused);
        }
        return jump(node, new Jump.Return(Completions.of(body, getCurrentPath(), value, this::inner)));
    }

    private Void jump(Tree node, @Nullable Jump jump) {
        if (lambdas > 0 || jump == null) return null;
        boolean stopped = Reachability.stops(body.source, getCurrentPath(), whole);
        edits.replace(node, Code.of(new Part.Exit(jump, stopped)));
        return null;
    }
}
