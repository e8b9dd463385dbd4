package dev.javait.processor.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.javait.Coroutine;
import dev.javait.Javait;
import dev.javait.processor.twin.Program;
import dev.javait.processor.twin.Source;
import dev.javait.processor.twin.World;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A loop of ten million awaits keeps nothing of those that are over. */
class LongLoopTest {
    private static final int ROUNDS = 10_000_000;
    /** Less than two bytes for each round. */
    private static final long GROWTH = 16L << 20;

    @TempDir
    Path scratch;

    @Test
    void tenMillionAwaitsInALoopRunInConstantMemory() throws ReflectiveOperationException {
        Class<?> loops = loops();
        for (String name : List.of("ready", "suspending", "calls")) {
            Method loop = loops.getDeclaredMethod(name, int.class);
            loop.setAccessible(true);
            long[] growth = (long[]) Javait.run((Coroutine<?>) loop.invoke(null, ROUNDS));
            assertEquals(ROUNDS, growth[0]);
            assertTrue(growth[1] < GROWTH, name + " grew by " + growth[1] + " bytes");
        }
    }

    private Class<?> loops() throws ClassNotFoundException {
        Program program = World.transforming(scratch).compile(List.of(new Source("language.Loops", """
                package language;

                import static dev.javait.Javait.*;
                import dev.javait.*;

                class Loops {
                    static long used() {
                        System.gc();
                        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
                    }

                    @Async
                    static Coroutine<Integer> one(int i) {
                        if ((i & 1023) == 0) await(yieldNow());
                        return done(1);
                    }

                    @Async
                    static Coroutine<long[]> ready(int rounds) {
                        long sum = 0;
                        long before = 0;
                        for (int i = 0; i < rounds; i++) {
                            if (i == rounds / 10) before = used();
                            sum += await(done(1));
                        }
                        return done(new long[] {sum, used() - before});
                    }

                    @Async
                    static Coroutine<long[]> suspending(int rounds) {
                        long sum = 0;
                        long before = 0;
                        for (int i = 0; i < rounds; i++) {
                            if (i == rounds / 10) before = used();
                            await(yieldNow());
                            sum++;
                        }
                        return done(new long[] {sum, used() - before});
                    }

                    @Async
                    static Coroutine<long[]> calls(int rounds) {
                        long sum = 0;
                        long before = 0;
                        for (int i = 0; i < rounds; i++) {
                            if (i == rounds / 10) before = used();
                            sum += await(one(i));
                        }
                        return done(new long[] {sum, used() - before});
                    }
                }
                """)));
        assertTrue(program.compiled(), () -> program.remarks().toString());
        return program.load().loadClass("language.Loops");
    }
}
