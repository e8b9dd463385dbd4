package dev.javait.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * What is allowed where the writer stands.
 *
 * @param awaits whether an await may stand here
 * @param faults whether a checked {@code Fault} may come out
 * @param tries whether a try may stand here: javac fails to compile one in a switch expression that is an operand
 * @param tails whether a {@code return x;} of a coroutine means the same in both worlds: not within a try
 * @param ending how a return statement is written
 * @param result what it returns
 * @param targets what a jump can leave or continue, the innermost last
 */
record Place(
        boolean awaits,
        boolean faults,
        boolean tries,
        boolean tails,
        Ending ending,
        Kind result,
        List<Target> targets) {
    /** How a body returns. */
    enum Ending {
        /** {@code return done(x);}. */
        DONE,
        /** {@code return end();}, in a generator. */
        END,
        /** {@code return x;}, in an async lambda. */
        VALUE,
        /** {@code yield x;}, in a switch expression. */
        YIELD,
        /** Not at all, in a lambda's expression. */
        NONE
    }

    /** A loop, a switch statement or a labelled statement. */
    static final class Target {
        final String label;
        final boolean isLoop;
        /** Whether a break without label leaves it. */
        final boolean isBreakable;

        Target(String label, boolean isLoop, boolean isBreakable) {
            this.label = label;
            this.isLoop = isLoop;
            this.isBreakable = isBreakable;
        }

        String prefix() {
            return label == null ? "" : label + ": ";
        }
    }

    static Place ofMethod(Kind result, boolean tails) {
        return new Place(true, true, true, tails, Ending.DONE, result, List.of());
    }

    static Place ofGenerator(Kind element) {
        return new Place(true, true, true, false, Ending.END, element, List.of());
    }

    Place plain() {
        return new Place(false, false, false, false, Ending.NONE, result, List.of());
    }

    Place withoutAwait() {
        return new Place(false, faults, tries, false, ending, result, targets);
    }

    Place ofAsyncLambda(Kind kind) {
        return new Place(true, true, true, false, Ending.VALUE, kind, List.of());
    }

    Place ofSwitchExpression(Kind kind, boolean isOperand) {
        return new Place(awaits, faults, tries && !isOperand, false, Ending.YIELD, kind, List.of());
    }

    Place inTry(boolean catchesFaults) {
        return new Place(awaits, faults || catchesFaults, tries, false, ending, result, targets);
    }

    Place within(Target target) {
        var more = new ArrayList<>(targets);
        more.add(target);
        return new Place(awaits, faults, tries, tails, ending, result, List.copyOf(more));
    }
}
