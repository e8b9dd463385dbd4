package dev.javait.processor.model;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An {@code @Async} method or async lambda, as {@code read} gives it to the passes.
 *
 * @param packageName the user's package, empty for the unnamed one
 * @param userClass the binary name of the class that the body belongs to
 * @param name the user's name of the method, or of the method that the lambda stands in
 * @param described the method for messages and comments: {@code Downloads.fetch(URI)}
 * @param frameName the simple name of the class to generate
 * @param method what the class file says of the method; null for an async lambda
 * @param self the type of {@code this}; null in a static context
 * @param typeParameters those of the class, its outer classes and the method that the body may name
 * @param result the type argument of the return type; {@code Void} for void methods
 * @param textNames every identifier in the user's text: names that generated ones must avoid
 * @param textVariables names of the variables that opaque code declares itself
 * @param userFile the simple name of the user's file
 * @param line the line of the method's name
 */
public record AsyncMethod(
        String packageName,
        String userClass,
        String name,
        String described,
        String frameName,
        StateMachine.@Nullable Method method,
        MethodKind kind,
        @Nullable Type self,
        List<TypeParameter> typeParameters,
        Type result,
        List<Variable> parameters,
        Stmt body,
        List<Bridge> bridges,
        Set<String> textNames,
        Set<String> textVariables,
        String userFile,
        int line) {

    /** A type parameter that the generated class declares too. */
    public record TypeParameter(String name, List<Type> bounds) {}
}
