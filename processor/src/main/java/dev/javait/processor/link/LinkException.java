package dev.javait.processor.link;

import dev.javait.processor.model.StateMachine;
import org.jspecify.annotations.Nullable;

/**
 * A state machine could not be joined to its class; no class file has been changed. What was generated is wrong, or a
 * class file is not what it should be: never the user's mistake.
 */
public final class LinkException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient @Nullable StateMachine machine;

    LinkException(@Nullable StateMachine machine, String message) {
        this(machine, message, null);
    }

    LinkException(@Nullable StateMachine machine, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.machine = machine;
    }

    /** The machine that could not be linked, or null when it is not known which. */
    public @Nullable StateMachine machine() {
        return machine;
    }
}
