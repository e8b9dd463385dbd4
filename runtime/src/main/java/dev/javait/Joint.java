package dev.javait;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A promise that is kept when other tasks or promises are done; it knows them, so that a dump can tell what it waits for. */
final class Joint<T extends @Nullable Object> extends Promise<T> {
    private final Collection<? extends Completion<?>> parts;

    /** The collection may change as long as the promise is pending. */
    Joint(EventLoop loop, Collection<? extends Completion<?>> parts) {
        super(loop);
        this.parts = parts;
    }

    @Override
    Collection<? extends Completion<?>> parts() {
        return parts;
    }
}
