package dev.javait.processor.read;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.javait.processor.model.AsyncMethod;
import dev.javait.processor.model.Bridge;
import dev.javait.processor.model.MethodKind;
import dev.javait.processor.model.StateMachine;
import dev.javait.processor.model.Stmt;
import dev.javait.processor.model.Target;
import dev.javait.processor.model.Type;
import dev.javait.processor.model.Variable;
import dev.javait.processor.tree.AsyncResources;
import dev.javait.processor.tree.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** What the readers of one body share: the tools, and what they have found so far. */
final class Body {
    final Toolbox tools;
    final Source source;
    final Elements elements;
    final Types types;
    final ClassNames names;
    final Qualifiers qualifiers;
    final Descriptors descriptors;
    final TypeReader typeReader;
    final AsyncResources resources;
    final Awaits awaits;
    final Assignments assignments;
    final LocalClasses localClasses;
    /** The class that the method belongs to. */
    final TypeElement owner;
    /** Whether there is a {@code this}. */
    final boolean hasSelf;
    /** The body itself, and for a lambda the lambda: what is declared within is the method's own. */
    final TreePath root;

    private final Map<Element, Variable> variables = new HashMap<>();
    private final Map<Tree, Target> targets = new IdentityHashMap<>();
    private final List<Bridge> bridges = new ArrayList<>();
    private final Map<Element, TreePath> ownVariables;
    private final List<AsyncMethod> lambdas = new ArrayList<>();
    private int sites;

    /** What the method and its async lambdas have in common. */
    final Surroundings surroundings;
    /** The simple name of the class to generate for this body. */
    final String frameName;
    /** What an async lambda's {@code return} gives; null for a method, which says {@code done}. */
    final @Nullable Type lambdaResult;

    Body(
            Toolbox tools,
            TreePath root,
            TypeElement owner,
            boolean hasSelf,
            Surroundings surroundings,
            String frameName,
            @Nullable Type lambdaResult) {
        this.tools = tools;
        this.surroundings = surroundings;
        this.frameName = frameName;
        this.lambdaResult = lambdaResult;
        this.source = tools.source();
        this.elements = tools.elements();
        this.types = tools.types();
        this.names = tools.names();
        this.qualifiers = tools.qualifiers();
        this.descriptors = new Descriptors(types, names);
        this.typeReader = tools.typeReader();
        this.resources = new AsyncResources(source, elements, types);
        this.awaits = new Awaits(source, resources, root);
        this.assignments = new Assignments(source, root);
        this.localClasses = tools.localClasses();
        this.root = root;
        this.ownVariables = OwnVariables.in(source, root);
        this.owner = owner;
        this.hasSelf = hasSelf;
    }

    /** The variable of the method that {@code element} is, or null for one that opaque code declares itself. */
    @Nullable
    Variable variable(@Nullable Element element) {
        return element == null ? null : variables.get(element);
    }

    Variable declare(Element element, Variable variable) {
        variables.put(element, variable);
        return variable;
    }

    /** The target that {@code tree} is, once it is taken apart; null for statements that stay as they are. */
    @Nullable
    Target target(Tree tree) {
        return targets.get(tree);
    }

    Target declareTarget(Tree tree, Target target) {
        targets.put(tree, target);
        return target;
    }

    /** A number for a place where a lambda may need copies of variables. */
    int nextSite() {
        return ++sites;
    }

    /** Adds {@code bridge} unless one that is the same is there already, and gives the name to call. */
    String bridge(String hint, java.util.function.Function<String, Bridge> make) {
        for (Bridge known : bridges) {
            if (known.equals(make.apply(known.name()))) return known.name();
        }
        Bridge bridge = make.apply(hint + "$" + frameName + "$" + bridges.size());
        bridges.add(bridge);
        return bridge.name();
    }

    /** Whether {@code variable} belongs to the method around this lambda, and not to a method around their class. */
    boolean isAround(Element variable) {
        if (ownVariables.containsKey(variable)) return false;
        Element method = variable.getEnclosingElement();
        return method != null && owner.equals(method.getEnclosingElement());
    }

    /** The variables that are declared here, with their declarations. */
    Map<Element, TreePath> ownVariables() {
        return ownVariables;
    }

    List<Bridge> bridges() {
        return bridges;
    }

    /** The body as the passes take it, once all of it is read. */
    AsyncMethod finish(
            StateMachine.@Nullable Method method,
            MethodKind kind,
            Type result,
            List<Variable> parameters,
            Stmt statements,
            int line) {
        return new AsyncMethod(
                surroundings.packageName(),
                surroundings.userClass(),
                surroundings.name(),
                surroundings.described(),
                frameName,
                method,
                kind,
                surroundings.self(),
                typeParameters(),
                result,
                parameters,
                statements,
                bridges,
                surroundings.textNames(),
                textVariables(),
                surroundings.userFile(),
                line);
    }

    private List<AsyncMethod.TypeParameter> typeParameters() {
        var all = new ArrayList<>(surroundings.typeParameters());
        all.addAll(typeReader.intersections());
        return all;
    }

    private Set<String> textVariables() {
        var found = new HashSet<String>();
        for (Element own : ownVariables.keySet()) {
            if (!variables.containsKey(own)) found.add(own.getSimpleName().toString());
        }
        return found;
    }

    /** The async lambdas that stand in this body, each a machine of its own. */
    List<AsyncMethod> lambdas() {
        return lambdas;
    }

    /** The name of the class to generate for the next async lambda. */
    String nextLambdaName() {
        return frameName + "$async" + (lambdas.size() + 1);
    }

    /**
     * What the method and the async lambdas in it have in common.
     *
     * @param name the user's name of the method
     * @param described the method for messages
     */
    record Surroundings(
            String packageName,
            String userClass,
            String name,
            String described,
            @Nullable Type self,
            List<AsyncMethod.TypeParameter> typeParameters,
            Set<String> textNames,
            String userFile) {}

    /** The tools that a method and its async lambdas share. */
    record Toolbox(
            Source source,
            Elements elements,
            Types types,
            ClassNames names,
            Qualifiers qualifiers,
            TypeReader typeReader,
            LocalClasses localClasses) {}

    /** Elements of kinds that name a local variable. */
    static final Set<javax.lang.model.element.ElementKind> LOCAL_KINDS = java.util.EnumSet.of(
            javax.lang.model.element.ElementKind.LOCAL_VARIABLE,
            javax.lang.model.element.ElementKind.PARAMETER,
            javax.lang.model.element.ElementKind.EXCEPTION_PARAMETER,
            javax.lang.model.element.ElementKind.RESOURCE_VARIABLE,
            javax.lang.model.element.ElementKind.BINDING_VARIABLE);
}
