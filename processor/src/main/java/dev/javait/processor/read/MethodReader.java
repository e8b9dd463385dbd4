package dev.javait.processor.read;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Reads an {@code @Async} method after javac has analysed its class. Afterwards every await of the method stands in the model,
 * and whatever is opaque holds none.
 */
public final class MethodReader {
    private static final Pattern IDENTIFIER =
            Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");

    private final Body body;
    private final TreePath path;
    private final MethodTree tree;
    private final ExecutableElement method;

    private MethodReader(Body body, TreePath path, ExecutableElement method) {
        this.body = body;
        this.path = path;
        this.tree = (MethodTree) path.getLeaf();
        this.method = method;
    }

    /**
     * Reads the method at {@code path}.
     *
     * @param frameName the simple name of the class to generate
     * @throws Unsupported if it holds something that cannot be rewritten
     * @throws Erroneous if javac found errors in it
     */
    public static AsyncMethod read(ProcessingEnvironment env, Trees trees, TreePath path, String frameName) {
        var source = new Source(trees, path.getCompilationUnit());
        if (!(source.element(path) instanceof ExecutableElement method))
            throw new Erroneous("a method without an element");
        var tools = new Body.Toolbox(source, env.getElementUtils(), env.getTypeUtils(), new LocalClasses(source));
        boolean hasSelf = !method.getModifiers().contains(Modifier.STATIC);
        var body = new Body(tools, path, Enclosing.type(method), hasSelf);
        return new MethodReader(body, path, method).read(frameName);
    }

    private AsyncMethod read(String frameName) {
        List<Variable> parameters = new ArrayList<>();
        var statements = new StatementReader(body);
        for (VariableTree parameter : tree.getParameters()) {
            parameters.add(statements.declare(new TreePath(path, parameter), parameter, Variable.Origin.PARAMETER));
        }
        var blockPath = new TreePath(path, tree.getBody());
        Stmt block = statements.block(blockPath, tree.getBody().getStatements());
        MethodKind kind = Signatures.kind(method.getReturnType());
        return new AsyncMethod(
                body.elements.getPackageOf(body.owner).getQualifiedName().toString(),
                body.names.binary(body.owner),
                method.getSimpleName().toString(),
                described(),
                frameName,
                new StateMachine.Method(method.getSimpleName().toString(), body.descriptors.of(method), !body.hasSelf),
                kind,
                body.hasSelf ? body.typeReader.of(body.owner.asType()) : null,
                typeParameters(),
                result(),
                parameters,
                block,
                body.bridges(),
                textNames(),
                textVariables(),
                body.source.fileName(),
                nameLine());
    }

    private String described() {
        return body.owner.getSimpleName()
                + "."
                + method.getSimpleName()
                + method.getParameters().stream()
                        .map(p -> simple(p.asType()))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private String simple(TypeMirror type) {
        TypeMirror erased = body.types.erasure(type);
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
                ? wildcard.getExtendsBound() == null ? Type.OBJECT : body.typeReader.of(wildcard.getExtendsBound())
                : body.typeReader.of(argument);
    }

    /** Innermost first, so that a parameter hides one of the same name further out, as in the user's text. */
    private List<AsyncMethod.TypeParameter> typeParameters() {
        Map<String, AsyncMethod.TypeParameter> found = new LinkedHashMap<>();
        for (Element element = method; element != null; element = element.getEnclosingElement()) {
            if (element instanceof Parameterizable generic) {
                generic.getTypeParameters()
                        .forEach(p -> found.putIfAbsent(p.getSimpleName().toString(), parameter(p)));
            }
        }
        return List.copyOf(found.values());
    }

    private AsyncMethod.TypeParameter parameter(TypeParameterElement parameter) {
        List<Type> bounds =
                parameter.getBounds().stream().map(body.typeReader::of).toList();
        return new AsyncMethod.TypeParameter(parameter.getSimpleName().toString(), bounds);
    }

    private Set<String> textNames() {
        String text = body.source.text(tree);
        return IDENTIFIER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private Set<String> textVariables() {
        var names = new HashSet<String>();
        for (Element own : body.ownVariables()) {
            if (body.variable(own) == null && own instanceof VariableElement)
                names.add(own.getSimpleName().toString());
        }
        return names;
    }

    private int nameLine() {
        int from = tree.getReturnType() == null ? body.source.start(tree) : body.source.end(tree.getReturnType());
        int at = body.source.find(method.getSimpleName().toString(), from, body.source.end(tree));
        return body.source.line(at < 0 ? from : at);
    }
}
