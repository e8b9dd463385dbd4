package dev.javait.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.javait.processor.diagnose.Message;
import dev.javait.processor.model.Bridge;
import dev.javait.processor.tree.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/** The local and anonymous classes of a file, and which variables of the methods around them they capture. */
final class LocalClasses {
    private final Source source;
    private @Nullable Map<Element, TreePath> declarations;

    LocalClasses(Source source) {
        this.source = source;
    }

    /** The variables that an object of {@code type} needs from around it, constants left out, in the order of their first use. */
    List<VariableElement> captured(TypeElement type) {
        List<VariableElement> captured = free(type, new HashSet<>()).stream()
                .filter(variable -> variable.getConstantValue() == null)
                .toList();
        var names = new HashSet<Name>();
        for (VariableElement variable : captured) {
            if (!names.add(variable.getSimpleName())) throw namesakes(type, variable);
        }
        return captured;
    }

    /** Refuses a {@code variable} from around {@code owner} that a class between them holds beside another one of its name. */
    void refuseNamesakes(TypeElement owner, VariableElement variable) {
        for (TypeElement type = owner; type != null && captured(type).contains(variable); ) {
            type = MemberAccess.outer(type);
        }
    }

    /** javac numbers the fields that hold them, and which of them has which number it does not say. */
    private Unsupported namesakes(TypeElement type, VariableElement variable) {
        return new Unsupported(
                Objects.requireNonNull(declarations().get(type)).getLeaf(),
                Message.UNSUPPORTED,
                "a class that captures two variables named " + variable,
                "give one of them another name");
    }

    /** The constants that it reads from around it. */
    List<Bridge.Constant> constants(TypeElement type) {
        var constants = new ArrayList<Bridge.Constant>();
        for (VariableElement variable : free(type, new HashSet<>())) {
            Object value = variable.getConstantValue();
            if (value != null)
                constants.add(new Bridge.Constant(variable.getSimpleName().toString(), value));
        }
        return constants;
    }

    /** Whether {@code type} is declared in a constructor's call of another one, or in front of it. */
    boolean standsBeforeSuper(TypeElement type) {
        TreePath declaration = declarations().get(type);
        if (declaration == null) return false;
        TreePath statement = declaration;
        for (TreePath path = statement; path != null; path = path.getParentPath()) {
            if (path.getLeaf() instanceof ClassTree && path != declaration) return false;
            if (path.getLeaf() instanceof MethodTree method) return isBeforeSuper(method, statement);
            if (!(path.getLeaf() instanceof BlockTree && path.getParentPath().getLeaf() instanceof MethodTree))
                statement = path;
        }
        return false;
    }

    private static boolean isBeforeSuper(MethodTree method, TreePath in) {
        if (!method.getName().contentEquals("<init>") || method.getBody() == null) return false;
        List<? extends StatementTree> statements = method.getBody().getStatements();
        int at = statements.indexOf(in.getLeaf());
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i) instanceof ExpressionStatementTree call
                    && call.getExpression() instanceof MethodInvocationTree invocation
                    && isConstructor(invocation.getMethodSelect())) return at >= 0 && at <= i;
        }
        return false;
    }

    /** {@code this}, {@code super} or {@code outer.super}. */
    private static boolean isConstructor(ExpressionTree called) {
        if (called instanceof MemberSelectTree select)
            return select.getIdentifier().contentEquals("super");
        return called instanceof IdentifierTree name
                && (name.getName().contentEquals("super") || name.getName().contentEquals("this"));
    }

    private Set<VariableElement> free(TypeElement type, Set<TypeElement> visited) {
        TreePath declaration = declarations().get(type);
        if (declaration == null || !visited.add(type)) return Set.of();
        var free = new LinkedHashSet<VariableElement>();
        var own = new HashSet<Element>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree node, Void unused) {
                Element element = source.element(getCurrentPath());
                if (element != null) own.add(element);
                return super.visitVariable(node, unused);
            }

            @Override
            public Void visitIdentifier(IdentifierTree node, Void unused) {
                if (source.element(getCurrentPath()) instanceof VariableElement variable) use(variable);
                return null;
            }

            @Override
            public Void visitNewClass(NewClassTree node, Void unused) {
                make(getCurrentPath());
                return super.visitNewClass(node, unused);
            }

            @Override
            public Void visitMemberReference(MemberReferenceTree node, Void unused) {
                if (node.getMode() == MemberReferenceTree.ReferenceMode.NEW)
                    make(new TreePath(getCurrentPath(), node.getQualifierExpression()));
                return super.visitMemberReference(node, unused);
            }

            private void make(TreePath path) {
                if (source.type(path) instanceof DeclaredType made)
                    free((TypeElement) made.asElement(), visited).forEach(this::use);
            }

            private void use(VariableElement variable) {
                if (Body.LOCAL_KINDS.contains(variable.getKind())) free.add(variable);
            }
        }.scan(declaration, null);
        if (type.getSuperclass() instanceof DeclaredType parent) {
            free.addAll(free((TypeElement) parent.asElement(), visited));
        }
        free.removeAll(own);
        return free;
    }

    private Map<Element, TreePath> declarations() {
        if (declarations == null) {
            var found = new HashMap<Element, TreePath>();
            new TreePathScanner<Void, Void>() {
                @Override
                public Void visitClass(ClassTree node, Void unused) {
                    Element element = source.element(getCurrentPath());
                    if (element instanceof TypeElement type && ClassNames.isLocal(type))
                        found.put(type, getCurrentPath());
                    return super.visitClass(node, unused);
                }
            }.scan(new TreePath(source.unit()), null);
            declarations = found;
        }
        return declarations;
    }
}
