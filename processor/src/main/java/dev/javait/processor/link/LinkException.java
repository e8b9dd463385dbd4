package dev.javait.processor.link;

import dev.javait.processor.model.StateMachine;
import org.jspecify.annotations.Nullable;

/**
 * A state machine could not be joined to its class; no class file has been changed. What was generated is wrong, or a
 * class file is not what it should be: never the user's mistake.
 */
public final class LinkException extends Exception {
    private static final long serialVersionUID = 1;

    /** What stood in the way. */
    public enum Reason {
        /** What was generated is wrong, or a class file is not what it should be. */
        INTERNAL,
        /** A body is larger than the JVM lets a method be. */
        TOO_LARGE,
        /** javac has not written the class, so there is an error that it has reported. */
        NOT_WRITTEN,
        /** javac has written code that is no code; the message is the name of the method. */
        BROKEN_CODE
    }

    private final transient @Nullable StateMachine machine;
    private final Reason reason;

    LinkException(@Nullable StateMachine machine, String message) {
        this(machine, message, null);
    }

    LinkException(@Nullable StateMachine machine, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.machine = machine;
        this.reason = Reason.INTERNAL;
    }

    LinkException(Reason reason, @Nullable StateMachine machine, String message) {
        super(message);
        this.machine = machine;
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** The machine that could not be linked, or null when it is not known which. */
    public @Nullable StateMachine machine() {
        return machine;
    }
}
