package dev.javait.processor.emit;

import dev.javait.processor.model.AsyncMethod;
import dev.javait.processor.model.Part;
import dev.javait.processor.model.Variable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Names for everything in one generated class. The user's names win: what the emitter adds avoids every identifier of the
 * method's text. A variable keeps its name unless another one has it already; then it gets a number behind a dollar sign.
 */
final class Names {
    final String self;
    final String driver;
    final String frame;
    final String state;
    final String value;
    final String error;
    final String thrown;
    final String resume;
    /** A case that is a loop. */
    final String loop;
    /** What a jump leaves that a {@code try} may still stop, and where it goes then. */
    final String left;

    final String target;

    private final Set<String> text;
    private final Set<String> textVariables;
    private final Set<String> firstWords;
    private final Set<String> taken = new HashSet<>();
    private final Map<Variable, String> variables = new IdentityHashMap<>();
    private final Map<Variable, String> bindings = new IdentityHashMap<>();
    private final Map<Part.Captured, String> copies = new HashMap<>();

    /** @param firstWords what the names of classes begin with */
    Names(AsyncMethod method, Set<String> firstWords) {
        this.firstWords = firstWords;
        text = method.textNames();
        textVariables = method.textVariables();
        self = fresh("self");
        driver = fresh("driver");
        frame = fresh("frame");
        state = fresh("state");
        value = fresh("value");
        error = fresh("error");
        thrown = fresh("thrown");
        resume = fresh("resume");
        loop = fresh("loop");
        left = fresh("left");
        target = fresh("target");
    }

    /** A name that nothing in the user's text has. */
    private String fresh(String hint) {
        String name = hint;
        for (int i = 1; text.contains(name) || firstWords.contains(name) || !taken.add(name); i++) {
            name = hint + "$" + i;
        }
        return name;
    }

    String of(Variable variable) {
        return variables.computeIfAbsent(variable, v -> {
            if (v.origin() == Variable.Origin.TEMPORARY) return fresh(v.name());
            if (!firstWords.contains(v.name()) && !textVariables.contains(v.name()) && taken.add(v.name()))
                return v.name();
            return numbered(v.name());
        });
    }

    /** Whether the user's code declares a variable of that name which stays as it is. */
    boolean isInText(String name) {
        return textVariables.contains(name);
    }

    /** What the pattern that binds {@code variable} calls it, where the variable itself is shared between states. */
    String binding(Variable variable) {
        return bindings.computeIfAbsent(variable, v -> numbered(v.name()));
    }

    /** The copy of a shared variable that lambdas at one site read. */
    String copy(Variable variable, int site) {
        return copies.computeIfAbsent(new Part.Captured(variable, site), c -> numbered(variable.name()));
    }

    private String numbered(String name) {
        for (int i = 1; ; i++) {
            String candidate = name + "$" + i;
            if (!text.contains(candidate) && taken.add(candidate)) return candidate;
        }
    }
}
