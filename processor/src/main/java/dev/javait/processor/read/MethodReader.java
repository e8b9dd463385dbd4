package dev.javait.processor.read;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.model.AsyncMethod;
import dev.javait.processor.model.MethodKind;
import dev.javait.processor.model.StateMachine;
import dev.javait.processor.model.Stmt;
import dev.javait.processor.model.Type;
import dev.javait.processor.model.Variable;
import dev.javait.processor.tree.Enclosing;
import dev.javait.processor.tree.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/**
 * Reads an {@code @Async} method after javac has analysed its class. Afterwards every await of the method stands in the model,
 * and whatever is opaque holds none.
 */
public final class MethodReader {
    private static final Pattern IDENTIFIER =
            Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");

    private final Body.Toolbox tools;
    private final TreePath path;
    private final MethodTree tree;
    private final ExecutableElement method;
    private final TypeElement owner;
    private final ClassNames names;
    private final TypeReader typeReader;

    private MethodReader(Body.Toolbox tools, TreePath path, ExecutableElement method) {
        this.tools = tools;
        this.path = path;
        this.tree = (MethodTree) path.getLeaf();
        this.method = method;
        this.owner = Enclosing.type(method);
        this.names = tools.names();
        this.typeReader = tools.typeReader();
    }

    /**
     * Reads the method at {@code path}.
     *
     * @param frameName the simple name of the class to generate
     * @return the method, and behind it the async lambdas in it
     * @throws Unsupported if it holds something that cannot be rewritten
     * @throws Erroneous if javac found errors in it
     */
    public static List<AsyncMethod> read(ProcessingEnvironment env, Source source, TreePath path, String frameName) {
        if (!(source.element(path) instanceof ExecutableElement method))
            throw new Erroneous("a method without an element");
        Elements elements = env.getElementUtils();
        var qualifiers =
                new Qualifiers(elements, env.getTypeUtils(), source, path.getCompilationUnit(), Enclosing.type(method));
        var names = new ClassNames(elements, qualifiers);
        var typeReader = new TypeReader(
                env.getTypeUtils(),
                names,
                type -> isAccessible(elements, type, method),
                identifiers(source.text(path.getLeaf())));
        var tools = new Body.Toolbox(
                source, elements, env.getTypeUtils(), names, qualifiers, typeReader, new LocalClasses(source));
        return new MethodReader(tools, path, method).read(frameName);
    }

    private List<AsyncMethod> read(String frameName) {
        boolean hasSelf = !method.getModifiers().contains(Modifier.STATIC);
        var surroundings = surroundings(hasSelf);
        var body = new Body(tools, path, owner, hasSelf, surroundings, frameName, null);
        List<Variable> parameters = new ArrayList<>();
        var statements = new StatementReader(body);
        for (VariableTree parameter : tree.getParameters()) {
            parameters.add(statements.declare(new TreePath(path, parameter), parameter, Variable.Origin.PARAMETER));
        }
        var blockPath = new TreePath(path, tree.getBody());
        Stmt block = statements.block(blockPath, tree.getBody().getStatements());
        var compiled =
                new StateMachine.Method(method.getSimpleName().toString(), body.descriptors.of(method), !hasSelf);
        MethodKind kind = Signatures.kind(method.getReturnType());
        var read = new ArrayList<AsyncMethod>();
        read.add(body.finish(compiled, kind, result(), parameters, block, nameLine()));
        read.addAll(body.lambdas());
        return read;
    }

    private Body.Surroundings surroundings(boolean hasSelf) {
        List<AsyncMethod.TypeParameter> typeParameters = typeParameters();
        return new Body.Surroundings(
                tools.elements().getPackageOf(owner).getQualifiedName().toString(),
                names.binary(owner),
                method.getSimpleName().toString(),
                described(),
                hasSelf ? typeReader.of(owner.asType()) : null,
                typeParameters,
                textNames(),
                tools.source().fileName());
    }

    private String described() {
        return owner.getSimpleName()
                + "."
                + method.getSimpleName()
                + method.getParameters().stream()
                        .map(p -> simple(p.asType()))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private String simple(TypeMirror type) {
        TypeMirror erased = tools.types().erasure(type);
        if (erased instanceof DeclaredType declared)
            return declared.asElement().getSimpleName().toString();
        return erased.toString();
    }

    private Type result() {
        TypeMirror returned = method.getReturnType();
        if (!(returned instanceof DeclaredType declared)
                || declared.getTypeArguments().isEmpty()) return Type.OBJECT;
        TypeMirror argument = declared.getTypeArguments().get(0);
        return argument instanceof javax.lang.model.type.WildcardType wildcard
                ? wildcard.getExtendsBound() == null ? Type.OBJECT : typeReader.of(wildcard.getExtendsBound())
                : typeReader.of(argument);
    }

    /** Innermost first; one that another further in hides gets a name of its own. */
    private List<AsyncMethod.TypeParameter> typeParameters() {
        List<TypeParameterElement> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Element element = method; element != null; element = element.getEnclosingElement()) {
            if (!(element instanceof Parameterizable generic) || isInitializer(element)) continue;
            for (TypeParameterElement parameter : generic.getTypeParameters()) {
                String name = parameter.getSimpleName().toString();
                if (!names.add(name) || hidesClass(name)) typeReader.rename(parameter, name + "$" + found.size());
                found.add(parameter);
            }
        }
        return found.stream().map(this::parameter).toList();
    }

    /** Whether {@code name} is that of a class which has no package, so no other name. */
    private boolean hidesClass(String name) {
        return tools.elements().getPackageOf(method).isUnnamed()
                && tools.elements().getTypeElement(name) != null;
    }

    /** javac's element of an initialiser is a method, but one that cannot be asked for type parameters. */
    private static boolean isInitializer(Element element) {
        return element.getKind() == ElementKind.INSTANCE_INIT || element.getKind() == ElementKind.STATIC_INIT;
    }

    private AsyncMethod.TypeParameter parameter(TypeParameterElement parameter) {
        List<Type> bounds = parameter.getBounds().stream().map(typeReader::of).toList();
        return new AsyncMethod.TypeParameter(typeReader.nameOf(parameter), bounds);
    }

    private Set<String> textNames() {
        return identifiers(tools.source().text(tree));
    }

    /** Whether a class beside that of {@code method} may name {@code type}. */
    private static boolean isAccessible(Elements elements, TypeElement type, Element method) {
        boolean beside = elements.getPackageOf(type).equals(elements.getPackageOf(method));
        for (Element element = type; element instanceof TypeElement; element = element.getEnclosingElement()) {
            if (!beside && !element.getModifiers().contains(Modifier.PUBLIC)) return false;
        }
        return true;
    }

    private static Set<String> identifiers(String text) {
        return IDENTIFIER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private int nameLine() {
        int from = tree.getReturnType() == null
                ? tools.source().start(tree)
                : tools.source().end(tree.getReturnType());
        int at = tools.source()
                .find(method.getSimpleName().toString(), from, tools.source().end(tree));
        return tools.source().line(at < 0 ? from : at);
    }
}
