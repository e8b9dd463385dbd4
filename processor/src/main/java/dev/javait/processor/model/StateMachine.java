package dev.javait.processor.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A finished state machine, ready to be linked.
 *
 * @param userClass the binary name of the class whose method this is, as {@code p.Downloads$Inner}
 * @param method the user's method, or null for an async lambda, which replaces no method
 * @param frameClass the binary name of the generated class, in the user's package: {@code p.Downloads$fetch}
 * @param bodyMethod the static method of the generated class that holds the body and moves into the user's class
 * @param kind what the user's method gives
 * @param takesSelf whether the body's first parameter is the user's object
 * @param direct whether the body may be entered without a frame, with the method's parameters in front of its own
 * @param members what the generated class has beside what {@code source} says
 * @param source the generated Java file
 * @param lines the user's line for each line of {@code source}
 * @param userFile the simple name of the user's file, as {@code Downloads.java}
 * @param line the user's line on which the method is declared
 * @param alive for each state, the names of the variables that are read when the body goes on at it
 * @param entered the states at which the body is called, with nothing but what is alive
 * @param bridges the methods that the source needs in the user's class
 */
public record StateMachine(
        String userClass,
        @Nullable Method method,
        String frameClass,
        String bodyMethod,
        MethodKind kind,
        boolean takesSelf,
        boolean direct,
        Members members,
        String source,
        LineMap lines,
        String userFile,
        int line,
        Map<Integer, Set<String>> alive,
        Set<Integer> entered,
        List<Bridge> bridges) {

    /**
     * The user's method as the class file knows it.
     *
     * @param descriptor the erased descriptor
     */
    public record Method(String name, String descriptor, boolean isStatic) {}

    /**
     * What every generated class has in the same way, and its source does not show: the constructor that takes the method's parameters, {@code resume} and
     * {@code location}.
     *
     * @param method the user's name of the method, for stack traces
     * @param parameters the fields that the constructor sets, in the order of its parameters
     * @param passed the fields that the body takes as its first parameters
     * @param waits the user's line of each state that waits
     */
    public record Members(
            String method, List<String> parameters, List<String> passed, SortedMap<Integer, Integer> waits) {}
}
