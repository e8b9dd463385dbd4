package dev.javait.processor.read;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.javait.processor.diagnose.Message;
import dev.javait.processor.model.Bridge;
import dev.javait.processor.model.ClassName;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Type;
import dev.javait.processor.tree.Enclosing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/** {@code new} of classes that hold more than their arguments: an enclosing instance, captured variables. */
final class Creations {
    /** A call to write instead: around and between the arguments, which keep their own text. */
    record Call(Code before, List<? extends ExpressionTree> arguments, List<Code> between, Code after) {}

    private final Body body;

    Creations(Body body) {
        this.body = body;
    }

    /**
     * The call of the bridge that creates a local or anonymous class, if that is what {@code node} does.
     *
     * @param use how to read a variable of the method at this place
     */
    Optional<Call> local(TreePath path, NewClassTree node, Function<Element, Code> use) {
        if (!(body.source.element(path) instanceof ExecutableElement constructor)) return Optional.empty();
        var made = Enclosing.type(constructor);
        if (!areBridged(made)) return Optional.empty();
        var arguments = new ArrayList<ExpressionTree>();
        if (node.getEnclosingExpression() != null) arguments.add(node.getEnclosingExpression());
        arguments.addAll(node.getArguments());
        if (made.getNestingKind() != NestingKind.MEMBER || node.getEnclosingExpression() == null) {
            return Optional.of(call(path, constructor, made, outer(path, made), arguments, use));
        }
        Call call = call(path, constructor, made, Code.EMPTY, arguments, use);
        Code before = Code.join(call.before(), ClassName.of("java.util", "Objects"), ".requireNonNull(");
        if (arguments.size() == 1)
            return Optional.of(new Call(before, arguments, List.of(), Code.join(")", call.after())));
        var between = new ArrayList<>(call.between());
        between.set(0, Code.join(")", between.get(0)));
        return Optional.of(new Call(before, arguments, between, call.after()));
    }

    /**
     * Whether only javac knows how to create a {@code made}: it is a local class, or a member of one, which that it has variables from further out is all that
     * sets apart from other members.
     */
    boolean areBridged(TypeElement made) {
        if (!ClassNames.isLocal(made) || made.getKind() != ElementKind.CLASS) return false;
        return made.getNestingKind() != NestingKind.MEMBER
                || !body.localClasses.captured(made).isEmpty()
                || !body.localClasses.constants(made).isEmpty();
    }

    /** The enclosing instance that an object of the local class, or member of one, {@code made} holds; empty for none. */
    private Code outer(TreePath path, TypeElement made) {
        if (made.getNestingKind() == NestingKind.MEMBER)
            return holder(path, made)
                    .map(type -> new MemberAccess(body).instance(path, type))
                    .orElse(Code.EMPTY);
        TypeElement outer = new Outers(body.localClasses).of(made);
        return outer == null ? Code.EMPTY : new MemberAccess(body).instance(path, outer);
    }

    /** The call that {@code Local::new} stands for, given {@code arguments}. */
    Code referenced(TreePath path, ExecutableElement constructor, Code arguments, Function<Element, Code> use) {
        var made = Enclosing.type(constructor);
        var passed = new ArrayList<Code>();
        if (!outer(path, made).equals(Code.EMPTY)) passed.add(outer(path, made));
        if (!arguments.equals(Code.EMPTY)) passed.add(arguments);
        body.localClasses.captured(made).forEach(variable -> passed.add(use.apply(variable)));
        Code call = Code.join(body.names.of(body.owner), "." + bridge(constructor, made) + "(");
        for (int i = 0; i < passed.size(); i++) call = Code.join(call, i == 0 ? "" : ", ", passed.get(i));
        return Code.join(call, ")");
    }

    private Call call(
            TreePath path,
            ExecutableElement constructor,
            TypeElement made,
            Code first,
            List<ExpressionTree> arguments,
            Function<Element, Code> use) {
        Optional<Code> cast = new Erased(body).cast(path, body.types.erasure(made.asType()));
        String closing = cast.isPresent() ? "))" : ")";
        Code before =
                Code.join(cast.orElse(Code.EMPTY), body.names.of(body.owner), "." + bridge(constructor, made) + "(");
        Code captured = Code.EMPTY;
        for (VariableElement variable : body.localClasses.captured(made)) {
            captured = Code.join(captured, ", ", use.apply(variable));
        }
        if (arguments.isEmpty()) {
            Code rest = first.equals(Code.EMPTY) ? withoutComma(captured) : captured;
            return new Call(Code.join(before, first), arguments, List.of(), Code.join(rest, closing));
        }
        var between = new ArrayList<Code>();
        for (int i = 1; i < arguments.size(); i++) between.add(Code.of(", "));
        int variable = variableArity(path, constructor, arguments);
        Code open = first.equals(Code.EMPTY) ? before : Code.join(before, first, ", ");
        if (variable < 0) return new Call(open, arguments, between, Code.join(captured, closing));
        return spread(open, elements(path, constructor), arguments, between, variable, Code.join(captured, closing));
    }

    /** Passes the arguments from {@code variable} on as an array, for a bridge takes no variable number of them. */
    private Call spread(
            Code open,
            TypeMirror elements,
            List<ExpressionTree> arguments,
            List<Code> between,
            int variable,
            Code rest) {
        Code array = Code.join("new ", body.typeReader.of(elements), " {");
        if (variable == 0) return new Call(Code.join(open, array), arguments, between, Code.join("}", rest));
        if (variable < arguments.size()) {
            between.set(variable - 1, Code.join(", ", array));
            return new Call(open, arguments, between, Code.join("}", rest));
        }
        return new Call(open, arguments, between, Code.join(", ", array, "}", rest));
    }

    /** The array that the variable arguments go into: one of what {@code T} is for the class that is made. */
    private TypeMirror elements(TreePath path, ExecutableElement constructor) {
        int last = constructor.getParameters().size() - 1;
        TypeMirror declared = constructor.getParameters().get(last).asType();
        if (!(body.source.type(path) instanceof DeclaredType made)
                || !made.asElement().equals(constructor.getEnclosingElement())
                || !(body.types.asMemberOf(made, constructor) instanceof ExecutableType seen))
            return body.types.erasure(declared);
        return body.types.erasure(seen.getParameterTypes().get(last));
    }

    /** The index of the first argument that goes into the array of a variable-arity call, or -1 for any other call. */
    private int variableArity(TreePath path, ExecutableElement constructor, List<ExpressionTree> arguments) {
        if (!constructor.isVarArgs()) return -1;
        boolean first = path.getLeaf() instanceof NewClassTree node
                && node.getEnclosingExpression() != null
                && Enclosing.type(constructor).getNestingKind() == NestingKind.MEMBER;
        int fixed = constructor.getParameters().size() - (first ? 0 : 1);
        if (arguments.size() == fixed + 1) {
            TypeMirror given = body.source.type(new TreePath(path, arguments.get(fixed)));
            if (given instanceof ArrayType || (given != null && given.getKind() == javax.lang.model.type.TypeKind.NULL))
                return -1;
        }
        return fixed;
    }

    private static Code withoutComma(Code captured) {
        return captured.parts().isEmpty()
                ? captured
                : new Code(captured.parts().subList(1, captured.parts().size()));
    }

    private String bridge(ExecutableElement constructor, TypeElement made) {
        TypeElement held = new Outers(body.localClasses).of(made);
        String outer = held == null ? "" : body.names.internal(held);
        List<String> arguments = constructor.getParameters().stream()
                .map(p -> body.descriptors.of(p.asType()))
                .toList();
        List<Bridge.Captured> captured = body.localClasses.captured(made).stream()
                .map(v -> new Bridge.Captured(v.getSimpleName().toString(), body.descriptors.of(v.asType())))
                .toList();
        List<Bridge.Constant> constants = body.localClasses.constants(made);
        String type = body.names.internal(made);
        return body.bridge("new$", name -> new Bridge.Creation(name, type, outer, arguments, captured, constants));
    }

    /** The enclosing instance that {@code new Inner(…)} leaves unsaid. */
    Optional<Code> implicitOuter(TreePath path, NewClassTree node) {
        if (node.getEnclosingExpression() != null || !(body.source.type(path) instanceof DeclaredType made))
            return Optional.empty();
        var type = (TypeElement) made.asElement();
        boolean isRaw =
                made.getTypeArguments().isEmpty() && !type.getTypeParameters().isEmpty();
        return implicitOuter(path, made)
                .map(outer -> isRaw
                        ? body.typeReader.cast(
                                body.types.erasure(Enclosing.type(type).asType()), outer)
                        : outer);
    }

    /** The same for a {@code made}, as an object in which the simple name of that class means it. */
    Optional<Code> implicitOuter(TreePath path, DeclaredType made) {
        var type = (TypeElement) made.asElement();
        return holder(path, type).map(holder -> {
            Code outer = new MemberAccess(body).instance(path, holder);
            if (TypeReader.isDenotable(made, 0)
                    && made.getEnclosingType() instanceof DeclaredType enclosing
                    && !isWithin(enclosing)) {
                // new Tree<String>.Node() within a Tree<T>: javac takes this for the tree
                return body.typeReader.cast(enclosing, Code.join("(", Type.OBJECT, ") ", outer));
            }
            // a subclass may declare another class of that name
            TypeElement declaring = Enclosing.type(type);
            boolean isInherited = !holder.equals(declaring) && body.qualifiers.isVisible(declaring);
            return isInherited ? body.typeReader.cast(supertype(holder.asType(), declaring), outer) : outer;
        });
    }

    /** What {@code type} inherits from {@code declaring} by, with its type arguments. */
    private TypeMirror supertype(TypeMirror type, TypeElement declaring) {
        if (type instanceof DeclaredType declared && declared.asElement().equals(declaring)) return type;
        return body.types.directSupertypes(type).stream()
                .filter(parent ->
                        body.types.isSubtype(body.types.erasure(parent), body.types.erasure(declaring.asType())))
                .findFirst()
                .map(parent -> supertype(parent, declaring))
                .orElseGet(() -> body.types.erasure(declaring.asType()));
    }

    /** Whether this, or an object around it, is a {@code type}. */
    private boolean isWithin(DeclaredType type) {
        for (TypeElement around = body.owner; around != null; around = MemberAccess.outer(around)) {
            if (body.types.isSubtype(around.asType(), type)) return true;
        }
        return false;
    }

    /** The class around whose object holds a {@code made} that {@code new} makes without saying which. */
    private Optional<TypeElement> holder(TreePath path, TypeElement made) {
        if (made.getNestingKind() != NestingKind.MEMBER || !ClassNames.isInner(made)) return Optional.empty();
        var declaring = Enclosing.type(made);
        if (declaring.getKind().isInterface()) return Optional.empty();
        for (TypeElement type = body.owner; type != null; type = MemberAccess.outer(type)) {
            if (body.types.isSubtype(body.types.erasure(type.asType()), body.types.erasure(declaring.asType())))
                return Optional.of(type);
        }
        throw new Unsupported(
                path.getLeaf(),
                Message.UNSUPPORTED,
                "new " + made.getSimpleName(),
                "write the enclosing object in front of new");
    }

    /** The tree of the class's name in {@code new p.Outer.@A Inner<T>(…)}, with its annotations. */
    static Tree simpleName(ExpressionTree identifier) {
        return identifier instanceof ParameterizedTypeTree parameterized ? parameterized.getType() : identifier;
    }

    static String simpleText(ExpressionTree identifier) {
        Tree name = simpleName(identifier);
        if (name instanceof AnnotatedTypeTree annotated) name = annotated.getUnderlyingType();
        return name instanceof MemberSelectTree select ? select.getIdentifier().toString() : name.toString();
    }
}
