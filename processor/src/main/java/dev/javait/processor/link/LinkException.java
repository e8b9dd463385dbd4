package dev.javait.processor.link;

import dev.javait.processor.model.StateMachine;
import java.util.Collection;
import java.util.List;
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

    private final transient List<StateMachine> machines;
    private final Reason reason;

    LinkException(@Nullable StateMachine machine, String message) {
        this(machine, message, null);
    }

    LinkException(@Nullable StateMachine machine, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.machines = machine == null ? List.of() : List.of(machine);
        this.reason = Reason.INTERNAL;
    }

    LinkException(Reason reason, @Nullable StateMachine machine, String message) {
        this(reason, machine == null ? List.of() : List.of(machine), message);
    }

    LinkException(Reason reason, Collection<StateMachine> machines, String message) {
        super(message);
        this.machines = List.copyOf(machines);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** The machine that could not be linked, or null when it is not known which. */
    public @Nullable StateMachine machine() {
        return machines.isEmpty() ? null : machines.get(0);
    }

    /** All that are known to stand in the way, the first one of them first. */
    List<StateMachine> machines() {
        return machines;
    }
}
