package dev.javait.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.util.TreePath;
import dev.javait.processor.diagnose.Message;
import dev.javait.processor.model.Code;
import dev.javait.processor.tree.Enclosing;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/** Method references that cannot be taken over as they are: {@code super::m}, {@code Local::new}, {@code Inner::new}. */
final class References {
    private final Body body;

    References(Body body) {
        this.body = body;
    }

    /** @param use how to read a variable of the method in a lambda that stands here */
    Optional<Code> of(TreePath path, MemberReferenceTree node, Function<Element, Code> use) {
        ExpressionTree qualifier = node.getQualifierExpression();
        if (node.getMode() == MemberReferenceTree.ReferenceMode.INVOKE) {
            return superMethod(path, node).or(() -> localMethod(path, node));
        }
        TypeMirror made = body.source.type(new TreePath(path, qualifier));
        if (!(made instanceof DeclaredType type) || !(type.asElement() instanceof TypeElement element))
            return Optional.empty();
        var creations = new Creations(body);
        if (creations.areBridged(element)) return Optional.of(localConstructor(path, node, use));
        return creations.implicitOuter(path, type).map(outer -> {
            String parameters = parameters(node, body.source.type(path));
            Code creation = Code.join(outer, ".new " + element.getSimpleName(), typeArguments(type));
            return Code.join("(" + parameters + ") -> ", creation, "(" + parameters + ")");
        });
    }

    /** Of {@code Inner<T>::new} those, of {@code Inner::new}, whose arguments Java infers, an empty list. */
    private Code typeArguments(DeclaredType made) {
        if (!made.getTypeArguments().isEmpty()) return body.typeReader.arguments(made.getTypeArguments());
        boolean isGeneric =
                !((TypeElement) made.asElement()).getTypeParameters().isEmpty();
        return isGeneric ? Code.of("<>") : Code.EMPTY;
    }

    /** {@code self::super$name}, for the bridge says {@code super}. */
    private Optional<Code> superMethod(TreePath path, MemberReferenceTree node) {
        var supers = new SuperCalls(body);
        ExpressionTree qualifier = node.getQualifierExpression();
        Optional<String> bridge = supers.bridge(path, qualifier);
        if (bridge.isEmpty() || !(body.source.element(path) instanceof ExecutableElement method))
            return Optional.empty();
        Code self = supers.instance(path, qualifier);
        TypeMirror result = method.getReturnType();
        boolean asItIs = body.types.isSameType(result, body.types.erasure(result)) && !method.isVarArgs();
        if (asItIs) return Optional.of(Code.join(self, "::" + bridge.get()));
        TypeElement host = supers.host(path, qualifier).orElse(body.owner);
        return Optional.of(calling(Code.join(self, "." + bridge.get()), path, node, method, host));
    }

    /** {@code (argument1) -> (T) argument1.name()} for {@code Local::name}, of which only the erasure is known. */
    private Optional<Code> localMethod(TreePath path, MemberReferenceTree node) {
        boolean ofType = !Operands.isValue(body, new TreePath(path, node.getQualifierExpression()));
        if (!ofType || !new LocalMembers(body).isErased(path, node)) return Optional.empty();
        TypeMirror target = body.source.type(path);
        ExecutableElement function = function(node, target);
        List<String> parameters = names(function);
        String call = parameters.get(0) + "." + node.getName() + "("
                + String.join(", ", parameters.subList(1, parameters.size())) + ")";
        return Optional.of(Code.join("(" + String.join(", ", parameters) + ") -> ", cast(target), call));
    }

    /** {@code (argument1) -> (String) self.super$name(argument1)}: the bridge knows erased types only. */
    private Code calling(
            Code bridge, TreePath path, MemberReferenceTree node, ExecutableElement method, TypeElement host) {
        TypeMirror target = body.source.type(path);
        ExecutableElement function = function(node, target);
        List<String> parameters = names(function);
        Code arguments = method.isVarArgs() && !passesArray(method, function, target)
                ? spread(elements(path, method, function), method, parameters)
                : Code.of(String.join(", ", parameters));
        Code call = Code.join(bridge, "(", arguments, ")");
        Code cast = new Functions(body).result(target).isPresent()
                        && method.getTypeParameters().isEmpty()
                ? castToResult(method, host)
                : cast(target);
        return Code.join("(" + String.join(", ", parameters) + ") -> ", cast, call);
    }

    /** To what {@code method} gives as a member of {@code host}, for by that Java may infer further types. */
    private Code castToResult(ExecutableElement method, TypeElement host) {
        var typed = (ExecutableType) body.types.asMemberOf((DeclaredType) host.asType(), method);
        return Code.join("(", body.typeReader.of(typed.getReturnType()), ") ");
    }

    /** To what a function of the type {@code target} gives, unless that is nothing. */
    private Code cast(@Nullable TypeMirror target) {
        return new Functions(body)
                .result(target)
                .map(result -> Code.join("(", body.typeReader.of(result), ") "))
                .orElse(Code.EMPTY);
    }

    /** {@code (argument1) -> Downloads.new$0(argument1)}: the bridge is what makes an object of a local class. */
    private Code localConstructor(TreePath path, MemberReferenceTree node, Function<Element, Code> use) {
        if (!(body.source.element(path) instanceof ExecutableElement constructor)) throw unsupported(node);
        TypeMirror target = body.source.type(path);
        ExecutableElement function = function(node, target);
        List<String> parameters = names(function);
        Code arguments = constructor.isVarArgs() && !passesArray(constructor, function, target)
                ? spread(elements(path, constructor, function), constructor, parameters)
                : Code.of(String.join(", ", parameters));
        Code call = new Creations(body).referenced(path, constructor, arguments, use);
        return Code.join("(" + String.join(", ", parameters) + ") -> ", call);
    }

    /** Whether the function's last parameter is the array that {@code constructor} wants, and not an element of it. */
    private boolean passesArray(
            ExecutableElement constructor, ExecutableElement function, @Nullable TypeMirror target) {
        int last = constructor.getParameters().size() - 1;
        if (function.getParameters().size() != last + 1) return false;
        TypeMirror given = function.getParameters().get(last).asType();
        if (target instanceof DeclaredType type
                && body.types.asMemberOf(type, function) instanceof ExecutableType typed) {
            given = typed.getParameterTypes().get(last);
        }
        if (given instanceof TypeVariable captured) {
            given = captured.getLowerBound().getKind() == TypeKind.NULL
                    ? captured.getUpperBound()
                    : captured.getLowerBound();
        }
        TypeMirror wanted = constructor.getParameters().get(last).asType();
        return body.types.isAssignable(body.types.erasure(given), body.types.erasure(wanted));
    }

    /** The arguments of a variable-arity call, the last ones in an array: {@code a, new T[] {b, c}}. */
    private Code spread(TypeMirror array, ExecutableElement constructor, List<String> arguments) {
        int fixed = constructor.getParameters().size() - 1;
        String leading = arguments.subList(0, fixed).stream()
                .map(argument -> argument + ", ")
                .collect(Collectors.joining());
        String elements = String.join(", ", arguments.subList(fixed, arguments.size()));
        return Code.join(leading + "new ", body.typeReader.of(body.types.erasure(array)), " {" + elements + "}");
    }

    /**
     * The type of the array that the variable arguments go into. What javac has found for {@code T} of {@code T...} it does not
     * tell of a reference; so it is what the function's result says, or else what all the arguments are.
     */
    private TypeMirror elements(TreePath path, ExecutableElement called, ExecutableElement function) {
        int last = called.getParameters().size() - 1;
        TypeMirror declared = called.getParameters().get(last).asType();
        if (!(body.source.type(path) instanceof DeclaredType target)
                || !(body.types.asMemberOf(target, function) instanceof ExecutableType typed)) return declared;
        TypeMirror result = typed.getReturnType();
        if (called.getKind() == ElementKind.CONSTRUCTOR) {
            boolean tells =
                    result instanceof DeclaredType made && made.asElement().equals(Enclosing.type(called));
            return tells ? ofMember((DeclaredType) result, called, last) : declared;
        }
        if (body.types.isSameType(called.getReturnType(), declared) && result instanceof ArrayType) return result;
        if (body.owner.getSuperclass() instanceof DeclaredType parent
                && body.types.isSubtype(
                        body.types.erasure(parent),
                        body.types.erasure(Enclosing.type(called).asType()))) declared = ofMember(parent, called, last);
        var given = typed.getParameterTypes()
                .subList(last, typed.getParameterTypes().size());
        boolean open = ((ArrayType) declared).getComponentType() instanceof TypeVariable && !given.isEmpty();
        if (!open) return declared;
        TypeMirror most = erased(declared);
        return given.stream().allMatch(type -> body.types.isSameType(type, given.get(0)))
                ? body.types.getArrayType(boxed(given.get(0)))
                : common(given)
                        .filter(array -> body.types.isSubtype(array, most))
                        .orElse(declared);
    }

    /** An array of the class that all of {@code types} have in common, where that is more than Object. */
    private Optional<TypeMirror> common(List<? extends TypeMirror> types) {
        TypeMirror common = erased(boxed(types.get(0)));
        while (common instanceof DeclaredType type) {
            TypeMirror candidate = common;
            if (types.stream().allMatch(one -> body.types.isSubtype(erased(boxed(one)), candidate))) break;
            common = erased(((TypeElement) type.asElement()).getSuperclass());
        }
        boolean isObject = common instanceof DeclaredType found
                && ((TypeElement) found.asElement()).getQualifiedName().contentEquals("java.lang.Object");
        return common instanceof DeclaredType && !isObject
                ? Optional.of(body.types.getArrayType(common))
                : Optional.empty();
    }

    private TypeMirror erased(TypeMirror type) {
        return type.getKind() == TypeKind.NONE ? type : body.types.erasure(type);
    }

    private TypeMirror ofMember(DeclaredType type, ExecutableElement called, int parameter) {
        return ((ExecutableType) body.types.asMemberOf(type, called))
                .getParameterTypes()
                .get(parameter);
    }

    private TypeMirror boxed(TypeMirror type) {
        return type instanceof PrimitiveType primitive
                ? body.types.boxedClass(primitive).asType()
                : type;
    }

    /** Names for the parameters of the function that {@code target} wants. */
    private String parameters(MemberReferenceTree node, @Nullable TypeMirror target) {
        return String.join(", ", names(function(node, target)));
    }

    private static List<String> names(ExecutableElement function) {
        return IntStream.rangeClosed(1, function.getParameters().size())
                .mapToObj(index -> "argument" + index)
                .toList();
    }

    /** The method of the functional interface {@code target}. */
    private ExecutableElement function(MemberReferenceTree node, @Nullable TypeMirror target) {
        return new Functions(body).method(target).orElseThrow(() -> unsupported(node));
    }

    private static Unsupported unsupported(MemberReferenceTree node) {
        return new Unsupported(node, Message.UNSUPPORTED, "this constructor reference", "write a lambda that says new");
    }
}
