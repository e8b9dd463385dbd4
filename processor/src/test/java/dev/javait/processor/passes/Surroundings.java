package dev.javait.processor.passes;

import dev.javait.processor.model.Target;
import dev.javait.processor.model.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a random statement may refer to where it stands.
 *
 * @param ints variables of type int that may be assigned
 * @param readable variables that have a value and keep it
 * @param breaks what {@code break} may name
 * @param loops what {@code continue} may name
 * @param yields the switch expression that {@code yield} leaves; no other jump may leave it
 */
record Surroundings(
        List<Variable> ints,
        List<Variable> readable,
        List<Target> breaks,
        List<Target> loops,
        @Nullable Target yields) {
    static final Surroundings METHOD = new Surroundings(List.of(), List.of(), List.of(), List.of(), null);

    Surroundings withInt(Variable variable) {
        return new Surroundings(plus(ints, variable), readable, breaks, loops, yields);
    }

    Surroundings withReadable(Variable variable) {
        return new Surroundings(ints, plus(readable, variable), breaks, loops, yields);
    }

    Surroundings within(Target target) {
        return new Surroundings(ints, readable, plus(breaks, target), loops, yields);
    }

    Surroundings withinLoop(Target target) {
        return new Surroundings(ints, readable, plus(breaks, target), plus(loops, target), yields);
    }

    Surroundings withinExpression(Target target) {
        return new Surroundings(ints, readable, List.of(), List.of(), target);
    }

    private static <T> List<T> plus(List<T> list, T element) {
        var longer = new ArrayList<>(list);
        longer.add(element);
        return longer;
    }
}
