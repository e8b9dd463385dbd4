package dev.javait;

import dev.javait.frame.LoopThread;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The loop that is there for whoever has none; it begins when somebody first asks for it. */
final class Background {
    private static volatile @Nullable EventLoop begun;

    private Background() {}

    static EventLoop loop() {
        return Lazily.LOOP;
    }

    /** The loop, or null if nobody has asked for it. */
    static @Nullable EventLoop begun() {
        return begun;
    }

    /** Lambdas of {@link Lazily} would wait for its initialisation, which waits for them here. */
    private static EventLoop start() {
        EventLoop loop = EventLoop.builder().build();
        begun = loop;
        Monitor.start();
        Thread thread = new LoopThread(loop::runForever, "javait-background");
        thread.setDaemon(true);
        thread.start();
        // A loop that no thread has entered could still be closed, or run by another thread.
        CompletableFuture.runAsync(() -> {}, loop).join();
        return loop;
    }

    private static final class Lazily {
        static final EventLoop LOOP = start();
    }
}
