package dev.javait.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.javait.processor.tree.Enclosing;
import dev.javait.processor.tree.Search;
import dev.javait.processor.tree.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The classes by which code names static members and member classes: their own, or one that inherits them from a class that the code does not see. */
final class Qualifiers {
    private final Elements elements;
    private final Types types;
    private final Source source;
    private final TreePath unit;
    private final TypeElement user;
    private final Map<Element, Optional<TypeElement>> mentioned = new HashMap<>();

    /** @param user the class that the code is in */
    Qualifiers(Elements elements, Types types, Source source, CompilationUnitTree unit, TypeElement user) {
        this.elements = elements;
        this.types = types;
        this.source = source;
        this.unit = new TreePath(unit);
        this.user = user;
    }

    TypeElement of(Element member) {
        TypeElement declaring = Enclosing.type(member);
        return isVisible(declaring)
                ? declaring
                : inheriting(member, declaring)
                        .or(() -> imported(member, declaring))
                        .or(() -> mentioned.computeIfAbsent(member, unknown -> mentioned(unknown, declaring)))
                        .orElse(declaring);
    }

    /** Whether the code may name {@code type}, as far as packages go. */
    boolean isVisible(TypeElement type) {
        if (elements.getPackageOf(type).equals(elements.getPackageOf(user))) return true;
        for (TypeElement at = type; at != null; at = MemberAccess.outer(at)) {
            if (!at.getModifiers().contains(Modifier.PUBLIC)) return false;
        }
        return true;
    }

    /** The innermost class around the code that has {@code member}, by inheritance or by declaration. */
    Optional<TypeElement> inheriting(Element member, TypeElement declaring) {
        for (TypeElement type = user; type != null; type = MemberAccess.outer(type)) {
            if (type.equals(declaring)) return Optional.of(type);
            if (!member.getModifiers().contains(Modifier.PRIVATE) && isSubclass(type, declaring))
                return Optional.of(type);
        }
        return Optional.empty();
    }

    private boolean isSubclass(TypeElement type, TypeElement declaring) {
        TypeMirror wanted = types.erasure(declaring.asType());
        return types.isSubtype(types.erasure(type.asType()), wanted);
    }

    /** {@code import p.Public.Member}, {@code import static p.Public.*}. */
    private Optional<TypeElement> imported(Element member, TypeElement declaring) {
        return unit.getCompilationUnit().getImports().stream()
                .filter(tree -> imports(tree.getQualifiedIdentifier(), member))
                .flatMap(tree -> qualifier(tree).stream())
                .filter(type -> isSubclass(type, declaring))
                .findFirst();
    }

    private static boolean imports(Tree imported, Element member) {
        if (!(imported instanceof MemberSelectTree select)) return false;
        Name name = select.getIdentifier();
        return name.contentEquals("*") || name.equals(member.getSimpleName());
    }

    /** {@code new Public.Member()}, and whatever else is of a type by which the file has the member. */
    private Optional<TypeElement> mentioned(Element member, TypeElement declaring) {
        var found = new ArrayList<TypeElement>();
        new Search() {
            @Override
            public Boolean scan(Tree tree, Void unused) {
                if (tree == null || !found.isEmpty()) return false;
                if (source.type(new TreePath(getCurrentPath(), tree)) instanceof DeclaredType type
                        && inherits((TypeElement) type.asElement(), member, declaring)) {
                    found.add((TypeElement) type.asElement());
                    return true;
                }
                return super.scan(tree, null);
            }
        }.finds(unit);
        return found.stream().findFirst();
    }

    private boolean inherits(TypeElement type, Element member, TypeElement declaring) {
        return isVisible(type)
                && isSubclass(type, declaring)
                && elements.getAllMembers(type).contains(member);
    }

    private Optional<TypeElement> qualifier(ImportTree tree) {
        var name = (MemberSelectTree) tree.getQualifiedIdentifier();
        var qualifier = new TreePath(new TreePath(new TreePath(unit, tree), name), name.getExpression());
        return source.element(qualifier) instanceof TypeElement type ? Optional.of(type) : Optional.empty();
    }
}
