package dev.javait.processor.read;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.model.ClassName;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Expr;
import dev.javait.processor.model.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * Captured wildcards that the types of two operands name, or one type names twice or deep within: in {@code box.map(await(f))} with a {@code Box<? extends Number>}, the function takes what is in that very box. Once both are
 * variables javac would capture each wildcard apart, so a type parameter stands for it in both types.
 */
final class SharedCaptures {
    private static final int DEEPEST = 4;
    private static final ClassName IDENTITY = ClassName.of("java.util.function", "UnaryOperator");

    private final Body body;
    private final TreePath path;

    /** @param path the expression */
    SharedCaptures(Body body, TreePath path) {
        this.body = body;
        this.path = path;
    }

    /** Has the types of {@code operands}, and all that are written from now on, name what they share. */
    void keep(List<TreePath> operands) {
        Set<TypeVariable> once = new HashSet<>();
        for (TreePath operand : operands) {
            for (TypeVariable captured : in(type(operand))) {
                if (!once.add(captured)) body.typeReader.keep(captured);
            }
        }
    }

    /**
     * {@code value}, the operand at {@code operand}, in its type; that of an await is the one of the variable that it goes to. What takes its type from where
     * it stands, {@code comparing(e -> e.getKey())}, would lose it to a cast, and is handed through a call.
     */
    Expr typed(TreePath operand, Expr value) {
        TypeMirror type = type(operand);
        return value instanceof Expr.Await || !body.typeReader.isKept(in(type)) ? value : as(type, operand, value);
    }

    /** {@code value}, the expression at {@code operand}, as a {@code type} that no source can write. */
    Expr as(@Nullable TypeMirror type, TreePath operand, Expr value) {
        Type written = body.typeReader.of(type);
        Set<TypeMirror> fresh = new FreshCaptures(body).in(operand, type);
        Code before;
        if (fresh.isEmpty() && new Witness(body).asksItsContext(operand))
            before = Code.join("(", IDENTITY, ".<", written, ">identity().apply(");
        else if (!TargetTyped.is(operand)) before = Code.join("((", written, ") (", Type.OBJECT, ") (");
        else if (fresh.isEmpty()) before = Code.join("((", written, ") (");
        else {
            Type projected = body.typeReader.projected(type, fresh);
            before = Code.join("((", written, ") (", Type.OBJECT, ") (", projected, ") (");
        }
        Code after = Code.of("))");
        if (value instanceof Expr.Opaque opaque)
            return new Expr.Opaque(Code.join(before, opaque.code(), after), written, opaque.stable());
        return new Expr.Strict(
                List.of(new Expr.Fixed(before), new Expr.Operand(value), new Expr.Fixed(after)), written);
    }

    /**
     * {@code value}, the expression itself, which is one of those that a conditional or a switch expression chooses from: what takes its type from where it
     * stands keeps it where it is assigned to a variable.
     */
    Expr chosen(Expr value) {
        TypeMirror type = body.source.type(path);
        boolean isInferred = TargetTyped.is(path) || new Witness(body).asksItsContext(path);
        return isInferred && body.typeReader.of(type).assumed() ? as(type, path, value) : value;
    }

    /** The type of {@code operand} with what is captured in it. */
    @Nullable
    TypeMirror type(TreePath operand) {
        TypeMirror type = body.source.type(operand);
        return path.getLeaf() instanceof MethodInvocationTree call
                        && call.getMethodSelect() instanceof MemberSelectTree select
                        && select.getExpression() == operand.getLeaf()
                        && type instanceof DeclaredType receiver
                ? captured(receiver, new TreePath(path, select))
                : type;
    }

    /** The type of a variable is not captured where a method is called on it; the captures are in the method's type. */
    private TypeMirror captured(DeclaredType receiver, TreePath select) {
        if (!(body.source.element(select) instanceof ExecutableElement method)
                || !(body.source.type(select) instanceof ExecutableType called)
                || !(body.types.capture(receiver) instanceof DeclaredType own)
                || body.types.isSameType(own, receiver)
                || !(body.types.asMemberOf(own, method) instanceof ExecutableType member)) return receiver;
        Map<Element, TypeMirror> captures = new HashMap<>();
        for (int i = 0; i < called.getParameterTypes().size(); i++)
            Inferred.match(
                    member.getParameterTypes().get(i),
                    called.getParameterTypes().get(i),
                    captures);
        Inferred.match(member.getReturnType(), called.getReturnType(), captures);
        return replaced(receiver, own, captures);
    }

    /** {@code type} with those of {@code captures} for its wildcards; {@code own} has others for them, by which the map goes. */
    private DeclaredType replaced(DeclaredType type, DeclaredType own, Map<Element, TypeMirror> captures) {
        TypeMirror[] arguments = type.getTypeArguments().toArray(new TypeMirror[0]);
        for (int i = 0; i < arguments.length; i++) {
            boolean isWildcard = arguments[i] instanceof WildcardType;
            TypeMirror captured =
                    captures.get(body.types.asElement(own.getTypeArguments().get(i)));
            if (isWildcard && captured != null && TypeReader.isCaptured(captured)) arguments[i] = captured;
        }
        var element = (TypeElement) type.asElement();
        return type.getEnclosingType() instanceof DeclaredType outer
                        && own.getEnclosingType() instanceof DeclaredType ownOuter
                ? body.types.getDeclaredType(replaced(outer, ownOuter, captures), element, arguments)
                : body.types.getDeclaredType(element, arguments);
    }

    /** Those that a type parameter can stand for, twice if it has to: it has upper bounds only, and nothing beside a type variable. */
    private static List<TypeVariable> in(@Nullable TypeMirror type) {
        // the types' hash codes differ from run to run, and by this order the type parameters are numbered
        List<TypeVariable> found = new ArrayList<>();
        if (type != null) add(type, found, 0, 0);
        return found;
    }

    private static boolean isVariableAndMore(TypeMirror bound) {
        return bound instanceof IntersectionType both
                && both.getBounds().stream().anyMatch(TypeVariable.class::isInstance);
    }

    /** @param level how many lists of type arguments {@code type} stands in; of what stands in two, only a name says what it is */
    private static void add(TypeMirror type, List<TypeVariable> found, int level, int depth) {
        if (depth > DEEPEST || type.getKind() == TypeKind.INTERSECTION) return;
        if (type instanceof TypeVariable captured && TypeReader.isCaptured(type)) {
            // of one wildcard that is bounded by another
            add(captured.getLowerBound(), found, level, depth + 1);
            if (captured.getUpperBound() instanceof TypeVariable upper) add(upper, found, level, depth + 1);
            if (captured.getLowerBound().getKind() != TypeKind.NULL || isVariableAndMore(captured.getUpperBound()))
                return;
            found.add(captured);
            if (level > 1) found.add(captured);
        } else if (type instanceof ArrayType array) {
            add(array.getComponentType(), found, level, depth);
        } else if (type instanceof WildcardType wildcard) {
            if (wildcard.getExtendsBound() != null) add(wildcard.getExtendsBound(), found, level, depth);
            if (wildcard.getSuperBound() != null) add(wildcard.getSuperBound(), found, level, depth);
        } else if (type instanceof DeclaredType declared) {
            declared.getTypeArguments().forEach(argument -> add(argument, found, level + 1, depth + 1));
            add(declared.getEnclosingType(), found, level, depth);
        }
    }
}
