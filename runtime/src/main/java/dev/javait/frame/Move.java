package dev.javait.frame;

import org.jspecify.annotations.Nullable;

/** One {@code moveNext} of a generator: awaits the generator's frame, and turns an emit into true and its end into false. */
final class Move extends LibraryFrame<Boolean> {
    private static final StackTraceElement PLACE =
            new StackTraceElement("dev.javait.AsyncIterator", "moveNext", "AsyncIterator.java", -1);

    private final GeneratorFrame<?> generator;

    Move(GeneratorFrame<?> generator) {
        this.generator = generator;
    }

    @Override
    protected @Nullable Object resume(int state, @Nullable Object value, @Nullable Throwable error) throws Throwable {
        Object outcome = value;
        if (state == FRESH) {
            if (generator.isRunning()) {
                throw generator.busy("move");
            }
            if (generator.isDone()) {
                return false;
            }
            outcome = generator.go(null);
            if (outcome == Await.SUSPENDED) {
                return suspend(1);
            }
        } else if (outcome != GeneratorFrame.EMITTED) {
            generator.end();
        }
        if (error != null) {
            throw error;
        }
        return outcome == GeneratorFrame.EMITTED;
    }

    @Override
    public StackTraceElement location(int state) {
        return PLACE;
    }
}
