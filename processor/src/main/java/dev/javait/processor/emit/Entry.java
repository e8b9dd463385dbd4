package dev.javait.processor.emit;

import dev.javait.processor.model.AsyncMethod;
import dev.javait.processor.model.Flow;
import dev.javait.processor.model.MethodKind;
import dev.javait.processor.model.StateMachine;
import dev.javait.processor.model.Variable;
import java.util.List;

/**
 * How the body is entered.
 *
 * @param passed the variables that are parameters of the body as well: all of the method's, or none where they would be too many
 * @param direct whether a call may run without a frame, and make one when it has to wait
 */
record Entry(List<Variable> passed, boolean direct) {
    private static final int SLOTS = 255;
    private static final int OWN_SLOTS = 6;

    /** @param inSections whether the body is in more methods than one; then all variables go by the frame */
    static Entry of(AsyncMethod method, Flow flow, boolean inSections, Tuning tuning) {
        int slots = flow.parameters().stream().mapToInt(Entry::slots).sum();
        boolean fits = !inSections && slots + OWN_SLOTS <= SLOTS;
        boolean direct = tuning.direct()
                && fits
                && method.kind() == MethodKind.COROUTINE
                && method.method() != null
                && !takesADriverAlone(method.method());
        return new Entry(fits ? flow.parameters() : List.of(), direct);
    }

    /** Then the constructor of the frame that is made while the body runs would be the other one. */
    private static boolean takesADriverAlone(StateMachine.Method method) {
        return method.descriptor()
                .startsWith("(L" + RuntimeNames.DRIVER.canonicalName().replace('.', '/') + ";)");
    }

    private static int slots(Variable variable) {
        return switch (variable.type().kind()) {
            case LONG, DOUBLE -> 2;
            case BOOLEAN, BYTE, SHORT, CHAR, INT, FLOAT, REFERENCE, VOID -> 1;
        };
    }
}
