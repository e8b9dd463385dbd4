package dev.javait.processor.emit;

import com.palantir.javapoet.ClassName;

/** What generated code calls. */
final class RuntimeNames {
    static final ClassName FRAME = ClassName.get("dev.javait.frame", "Frame");
    static final ClassName GENERATOR_FRAME = ClassName.get("dev.javait.frame", "GeneratorFrame");
    static final ClassName AWAIT = ClassName.get("dev.javait.frame", "Await");

    /** {@code Object of(Awaitable)}: the value, or {@link #SUSPENDED}. */
    static final String OF = "of";

    /** {@code Object ofStage(CompletionStage)}. */
    static final String OF_STAGE = "ofStage";

    static final String SUSPENDED = "SUSPENDED";

    /** {@code Object suspend(int)} of the frame. */
    static final String SUSPEND = "suspend";

    /** {@code Object emit(int, Object)} of a generator's frame. */
    static final String EMIT = "emit";

    /** {@code <T> Object done(T)}: the result of a body. */
    static final String DONE = "done";

    /** {@code boolean bind(Object...)}: true. */
    static final String BIND = "bind";

    static final String CAUGHT = "caught";

    private RuntimeNames() {}
}
