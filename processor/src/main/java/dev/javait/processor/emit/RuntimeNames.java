package dev.javait.processor.emit;

import com.palantir.javapoet.ClassName;
import dev.javait.processor.model.Type;
import java.util.Locale;

/** What generated code calls. */
final class RuntimeNames {
    static final ClassName FRAME = ClassName.get("dev.javait.frame", "Frame");
    static final ClassName GENERATOR_FRAME = ClassName.get("dev.javait.frame", "GeneratorFrame");
    static final ClassName DRIVER = ClassName.get("dev.javait.frame", "Driver");
    static final ClassName AWAIT = ClassName.get("dev.javait.frame", "Await");

    /** {@code Object of(Driver, Awaitable)}: the value, or {@link #SUSPENDED}. */
    static final String OF = "of";

    /** {@code Object ofStage(Driver, CompletionStage)}. */
    static final String OF_STAGE = "ofStage";

    static final String SUSPENDED = "SUSPENDED";

    /** {@code Object suspend(Driver, int)} of the frame. */
    static final String SUSPEND = "suspend";

    /** {@code Object jump(Driver, int, Object)} of the frame. */
    static final String JUMP = "jump";

    /** {@code Object emit(int, Object)} of a generator's frame. */
    static final String EMIT = "emit";

    /** {@code <T> Object done(T)}: the result of a body. */
    static final String DONE = "done";

    /** {@code Object doneInt(Driver, int)}: the same, unboxed; so too for {@code Long} and {@code Double}. */
    static String done(Type.Kind kind) {
        return DONE + capitalized(kind);
    }

    /** {@code Object value(Driver, Object)}: what was awaited. */
    static final String VALUE = "value";

    /** {@code int intValue(Driver, Object)}: the same, unboxed; so too for {@code long} and {@code double}. */
    static String value(Type.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + "Value";
    }

    /** Whether the runtime passes results of this kind on unboxed. */
    static boolean isPassedUnboxed(Type.Kind kind) {
        return switch (kind) {
            case INT, LONG, DOUBLE -> true;
            case BOOLEAN, BYTE, SHORT, CHAR, FLOAT, REFERENCE, VOID -> false;
        };
    }

    private static String capitalized(Type.Kind kind) {
        return kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** {@code boolean bind(Object...)}: true. */
    static final String BIND = "bind";

    static final String CAUGHT = "caught";

    private RuntimeNames() {}
}
