package dev.javait;

import dev.javait.frame.LoopThread;
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

    private static final class Lazily {
        static final EventLoop LOOP = start();

        private static EventLoop start() {
            EventLoop loop = EventLoop.builder().build();
            begun = loop;
            Monitor.start();
            Thread thread = new LoopThread(loop::runForever, "javait-background");
            thread.setDaemon(true);
            thread.start();
            return loop;
        }
    }
}
