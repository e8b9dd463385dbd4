package dev.javait.processor.model;

import java.util.List;

/**
 * Something that only the user's class itself may do, or that the Java language cannot say from outside it: the
 * generated source calls a method {@link #name()} of the user's class, which the linker adds.
 */
public sealed interface Bridge {
    /** The method's name, unique in the user's class. */
    String name();

    /**
     * {@code super.m(…)}, {@code Outer.super.m(…)} or {@code Interface.super.m(…)}; an instance method with the parameters
     * and the result of {@code m}.
     *
     * @param host the internal name of the class that says {@code super}, the user's or one around it
     * @param owner the internal name of the class or interface that {@code super} means
     * @param method the name of {@code m}
     * @param descriptor the erased descriptor of {@code m}
     * @param ownerIsInterface whether {@code owner} is an interface
     */
    record SuperCall(String name, String host, String owner, String method, String descriptor, boolean ownerIsInterface)
            implements Bridge {}

    /**
     * {@code m(…)} of a static {@code m} that is imported, where the name of its class would find another method; a static method with the parameters and the result of
     * {@code m}.
     *
     * @param owner the internal name of the class or interface that {@code m} is called of
     * @param method the name of {@code m}
     * @param descriptor the erased descriptor of {@code m}
     * @param ownerIsInterface whether {@code owner} is an interface
     */
    record StaticCall(String name, String owner, String method, String descriptor, boolean ownerIsInterface)
            implements Bridge {}

    /**
     * {@code new Local(…)} for a local or anonymous class that the user's method declares: a static method that takes the
     * enclosing instance (if {@code outer} is there), the arguments, and then the captured variables, and gives the object.
     *
     * @param type the internal name of the local class
     * @param outer the internal name of the type of the enclosing instance, or the empty string in a static context
     * @param arguments the erased descriptors of the arguments as written
     * @param captured the captured variables in the order in which the generated source passes them
     * @param constants what it reads besides: javac captures these too if they are declared in a lambda
     */
    record Creation(
            String name,
            String type,
            String outer,
            List<String> arguments,
            List<Captured> captured,
            List<Constant> constants)
            implements Bridge {}

    /** A captured variable and the descriptor of its erased type. */
    record Captured(String variable, String descriptor) {}

    /** A constant variable and its value, in its box or a string. */
    record Constant(String variable, Object value) {}
}
