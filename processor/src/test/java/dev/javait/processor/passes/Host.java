package dev.javait.processor.passes;

import dev.javait.processor.model.Completion;
import dev.javait.processor.model.Part;
import dev.javait.processor.model.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What scripts run in: variables, the world, and how parts that jump do it. */
abstract class Host {
    /** What a variable holds that no correct program reads. */
    private static final Object GONE = new Object();

    final World world;
    private final Map<Variable, Object> variables = new HashMap<>();

    Host(World world) {
        this.world = world;
    }

    /** Runs a part that stands for a whole statement. */
    abstract void jump(Part part);

    Object get(Variable variable) {
        Object value = variables.getOrDefault(variable, GONE);
        if (value == GONE) throw new AssertionError("read of " + variable + ", which holds nothing");
        return value;
    }

    void set(Variable variable, Object value) {
        variables.put(variable, Values.convert(value, variable.type().kind()));
    }

    void forget(Variable variable) {
        variables.remove(variable);
    }

    void forgetAllBut(Set<Variable> kept) {
        variables.keySet().retainAll(kept);
    }

    /** How the method ends, in words. */
    Ended ended(Completion completion) {
        if (completion instanceof Completion.Value v) {
            return new Ended("value " + World.show(Script.expression(v.value()).eval(this)));
        }
        if (completion instanceof Completion.Tail t) {
            return new Ended("tail " + Script.expression(t.awaitable()).eval(this));
        }
        return new Ended("nothing");
    }

    /** The method is left. */
    static final class Ended extends Signal {
        private static final long serialVersionUID = 1;

        final String how;

        Ended(String how) {
            this.how = how;
        }
    }

    /** A jump that is under way; the programs cannot see it. */
    static class Signal extends RuntimeException {
        private static final long serialVersionUID = 1;

        Signal() {
            super(null, null, false, false);
        }
    }
}
