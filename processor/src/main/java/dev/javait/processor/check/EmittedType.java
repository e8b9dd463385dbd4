package dev.javait.processor.check;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Whether what is emitted has the type that the generator yields. javac cannot tell: it does not know that {@code emit} has to do with the method. */
final class EmittedType {
    private final Types types;

    EmittedType(Types types) {
        this.types = types;
    }

    boolean fits(Tree value, TypeMirror given, TypeMirror yielded) {
        if (isUnknown(given)) return true;
        TypeMirror boxed = given instanceof PrimitiveType primitive
                ? types.boxedClass(primitive).asType()
                : given;
        TypeMirror wanted = yielded instanceof WildcardType wildcard ? bound(wildcard) : yielded;
        if (wanted == null || types.isAssignable(boxed, wanted)) return true;
        // In `emit(List.of())` javac infers a List<Object>, for it does not know what is wanted.
        return isInferred(value) && types.isAssignable(types.erasure(boxed), types.erasure(wanted));
    }

    /** What javac has complained about, and {@code null}. */
    private static boolean isUnknown(TypeMirror type) {
        TypeKind kind = type.getKind();
        return kind == TypeKind.ERROR || kind == TypeKind.NULL || kind == TypeKind.NONE || kind == TypeKind.OTHER;
    }

    private static @Nullable TypeMirror bound(WildcardType yielded) {
        return yielded.getExtendsBound() == null ? yielded.getSuperBound() : yielded.getExtendsBound();
    }

    /** Whether its type depends on what is wanted. */
    private static boolean isInferred(Tree value) {
        if (value instanceof ParenthesizedTree inner) return isInferred(inner.getExpression());
        if (value instanceof ConditionalExpressionTree choice) {
            return isInferred(choice.getTrueExpression()) || isInferred(choice.getFalseExpression());
        }
        if (value instanceof NewClassTree created) {
            return created.getIdentifier() instanceof ParameterizedTypeTree type
                    && type.getTypeArguments().isEmpty();
        }
        return value instanceof SwitchExpressionTree
                || value instanceof MethodInvocationTree call
                        && call.getTypeArguments().isEmpty();
    }
}
