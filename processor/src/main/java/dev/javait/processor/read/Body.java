package dev.javait.processor.read;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.javait.processor.model.Bridge;
import dev.javait.processor.model.Target;
import dev.javait.processor.model.Variable;
import dev.javait.processor.tree.Source;
import java.util.ArrayList;
import java.util.HashMap;
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
    final Source source;
    final Elements elements;
    final Types types;
    final ClassNames names;
    final Descriptors descriptors;
    final TypeReader typeReader;
    final Resources resources;
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
    private final Set<Element> ownVariables;
    private int sites;

    Body(Toolbox tools, TreePath root, TypeElement owner, boolean hasSelf) {
        this.source = tools.source();
        this.elements = tools.elements();
        this.types = tools.types();
        this.names = new ClassNames(elements);
        this.descriptors = new Descriptors(types, names);
        this.typeReader = new TypeReader(types, names);
        this.resources = new Resources(source, elements, types);
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
        Bridge bridge = make.apply(hint + "$" + bridges.size());
        bridges.add(bridge);
        return bridge.name();
    }

    Set<Element> ownVariables() {
        return ownVariables;
    }

    List<Bridge> bridges() {
        return bridges;
    }

    /** The tools that all bodies of a compilation unit share. */
    record Toolbox(Source source, Elements elements, Types types, LocalClasses localClasses) {}

    /** Elements of kinds that name a local variable. */
    static final Set<javax.lang.model.element.ElementKind> LOCAL_KINDS = java.util.EnumSet.of(
            javax.lang.model.element.ElementKind.LOCAL_VARIABLE,
            javax.lang.model.element.ElementKind.PARAMETER,
            javax.lang.model.element.ElementKind.EXCEPTION_PARAMETER,
            javax.lang.model.element.ElementKind.RESOURCE_VARIABLE,
            javax.lang.model.element.ElementKind.BINDING_VARIABLE);
}
