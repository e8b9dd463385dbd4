package dev.javait.frame;

import org.jspecify.annotations.Nullable;

/** One {@code close} of a generator: throws a signal into the body where it emitted last, and waits until the signal comes out again. */
final class Close extends LibraryFrame<@Nullable Void> {
    private static final StackTraceElement PLACE =
            new StackTraceElement("dev.javait.AsyncIterator", "close", "AsyncIterator.java", -1);

    private final GeneratorFrame<?> generator;
    private @Nullable Closing signal;

    Close(GeneratorFrame<?> generator) {
        this.generator = generator;
    }

    @Override
    protected @Nullable Object resume(int state, @Nullable Object value, @Nullable Throwable error) throws Throwable {
        Object outcome = value;
        if (state != FRESH) {
            generator.end();
            if (error != null && error != signal) {
                throw error;
            }
        } else if (generator.isRunning()) {
            throw generator.busy("close");
        } else if (generator.isFresh()) {
            generator.end();
        } else if (!generator.isDone()) {
            Closing thrown = new Closing();
            signal = thrown;
            try {
                outcome = generator.go(thrown);
            } catch (Closing caught) {
                if (caught != thrown) {
                    throw caught;
                }
            }
            if (outcome == Await.SUSPENDED) {
                return suspend(1);
            }
        }
        if (outcome == GeneratorFrame.EMITTED) {
            generator.end();
            throw new IllegalStateException(generator
                    + " emitted while it was being closed; a finally block of a generator may await but not emit");
        }
        return null;
    }

    @Override
    public StackTraceElement location(int state) {
        return PLACE;
    }

    /** Python's {@code GeneratorExit}: an {@code Error}, so that {@code catch (Exception e)} lets it pass. */
    private static final class Closing extends Error {
        private static final long serialVersionUID = 1L;

        Closing() {
            super("the async generator is being closed", null, false, false);
        }
    }
}
