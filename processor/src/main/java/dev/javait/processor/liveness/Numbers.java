package dev.javait.processor.liveness;

import dev.javait.processor.model.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers variables in the order in which they are asked for, so that sets of them are bits. */
final class Numbers {
    private final Map<Variable, Integer> numbers = new HashMap<>();
    private final List<Variable> variables = new ArrayList<>();

    int of(Variable variable) {
        Integer known = numbers.putIfAbsent(variable, variables.size());
        if (known != null) return known;
        variables.add(variable);
        return variables.size() - 1;
    }

    List<Variable> variables(BitSet set) {
        return set.stream().mapToObj(variables::get).toList();
    }
}
