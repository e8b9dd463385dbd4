package dev.javait;

import dev.javait.frame.Await;
import dev.javait.frame.LibraryFrame;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@link Javait#fromCallback}. */
final class FromCallback<T extends @Nullable Object> extends LibraryFrame<T> {
    private final BiConsumer<Consumer<T>, Consumer<Throwable>> call;

    FromCallback(BiConsumer<Consumer<T>, Consumer<Throwable>> call) {
        this.call = call;
    }

    @Override
    protected @Nullable Object resume(int state, @Nullable Object value, @Nullable Throwable error) throws Throwable {
        if (error != null) {
            throw error;
        }
        if (state != 0) {
            return value;
        }
        CompletableFuture<T> outcome = new CompletableFuture<>();
        call.accept(outcome::complete, outcome::completeExceptionally);
        Object got = Await.ofStage(outcome);
        return got == Await.SUSPENDED ? suspend(1) : got;
    }

    @Override
    public StackTraceElement location(int state) {
        return Places.of("fromCallback");
    }
}
