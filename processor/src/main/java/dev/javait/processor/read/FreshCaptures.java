package dev.javait.processor.read;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * What an expression captures itself: variables with wildcards in their types, calls that give such, and references to methods of such. What javac captures anew each time, no name can be
 * given; nor what is in no type of what the expression reads, since javac has looked at it more than once, and captured it each time.
 */
final class FreshCaptures {
    private final Body body;

    FreshCaptures(Body body) {
        this.body = body;
    }

    /** Those for which type parameters stand, and of which {@code type} speaks, that the expression at {@code path} captures. */
    Set<TypeMirror> in(TreePath path, @Nullable TypeMirror type) {
        Set<TypeMirror> named = new HashSet<>();
        Inferred.addCaptured(type, named);
        named.removeIf(captured -> !body.typeReader.isKept(List.of((TypeVariable) captured)));
        Scan scan = new Scan();
        scan.scan(path, null);
        named.removeIf(captured -> scan.known.contains(captured) && !scan.fresh.contains(captured));
        return named;
    }

    private final class Scan extends TreePathScanner<Void, Void> {
        private final Set<TypeMirror> fresh = new HashSet<>();
        /** In the types of what is read, and of the parameters of functions. */
        private final Set<TypeMirror> known = new HashSet<>();
        /** The parameters of lambdas and what they declare: of types that come from around. */
        private final Set<Element> inner = new HashSet<>();

        @Override
        public Void visitVariable(VariableTree node, Void unused) {
            Element declared = body.source.element(getCurrentPath());
            inner.add(declared);
            if (declared != null) Inferred.addCaptured(declared.asType(), known);
            return super.visitVariable(node, unused);
        }

        @Override
        public Void visitIdentifier(IdentifierTree node, Void unused) {
            variable();
            return null;
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree node, Void unused) {
            variable();
            return super.visitMemberSelect(node, unused);
        }

        private void variable() {
            if (!(body.source.element(getCurrentPath()) instanceof VariableElement variable)
                    || inner.contains(variable)) return;
            Inferred.addCaptured(body.source.type(getCurrentPath()), known);
            add(body.source.type(getCurrentPath()), variable.asType());
        }

        /** Adds what is captured in {@code captured} and was not yet in {@code before}. */
        private void add(@Nullable TypeMirror captured, @Nullable TypeMirror before) {
            Set<TypeMirror> all = new HashSet<>();
            Inferred.addCaptured(captured, all);
            Set<TypeMirror> known = new HashSet<>();
            Inferred.addCaptured(before, known);
            all.removeAll(known);
            fresh.addAll(all);
        }

        @Override
        public Void visitMemberReference(MemberReferenceTree node, Void unused) {
            var functions = new Functions(body);
            TypeMirror type = body.source.type(getCurrentPath());
            Set<TypeMirror> taken = new HashSet<>();
            functions.parameters(type).forEach(parameter -> Inferred.addCaptured(parameter, taken));
            Set<TypeMirror> given = new HashSet<>();
            functions.result(type).ifPresent(result -> Inferred.addCaptured(result, given));
            given.removeAll(taken);
            known.addAll(taken);
            fresh.addAll(given);
            return super.visitMemberReference(node, unused);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree node, Void unused) {
            var select = new TreePath(getCurrentPath(), node.getMethodSelect());
            if (node.getMethodSelect() instanceof MemberSelectTree member) {
                var receiver = new TreePath(select, member.getExpression());
                add(new SharedCaptures(body, getCurrentPath()).type(receiver), body.source.type(receiver));
            }
            if (body.source.element(select) instanceof ExecutableElement method
                    && method.getReturnType() instanceof DeclaredType declared
                    && body.source.type(getCurrentPath()) instanceof DeclaredType given
                    && declared.asElement().equals(given.asElement())) {
                var written = declared.getTypeArguments();
                var actual = given.getTypeArguments();
                for (int i = 0; i < Math.min(written.size(), actual.size()); i++)
                    if (written.get(i) instanceof WildcardType) Inferred.addCaptured(actual.get(i), fresh);
            }
            return super.visitMethodInvocation(node, unused);
        }
    }
}
