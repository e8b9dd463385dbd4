package dev.javait.processor.features;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds of several modules compile them at the same time in one JVM, classes of equal names among them. */
class CompilationsTest {
    private static final int THREADS = 4;
    private static final int ROUNDS = 3;

    @TempDir
    Path folder;

    @Test
    void compilationsAtTheSameTimeDoNotMeet() throws Exception {
        var together = new CyclicBarrier(THREADS);
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<UserProgram>> programs = new ArrayList<>();
            for (int i = 0; i < THREADS * ROUNDS; i++) {
                Path output = Files.createDirectory(folder.resolve("p" + i));
                String source = source(i);
                programs.add(threads.submit(() -> {
                    together.await();
                    return UserProgram.compileWhole(output, source);
                }));
            }
            for (int i = 0; i < programs.size(); i++) {
                UserProgram program = programs.get(i).get();
                assertEquals("", program.messages);
                assertEquals("program " + i + " of " + i % 5, program.run());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static String source(int number) {
        return """
                import static dev.javait.Javait.*;
                import dev.javait.*;
                public class Program {
                    @Async
                    private Coroutine<Integer> turns(int n) {
                        int turns = 0;
                        for (int i = 0; i < n; i++) {
                            await(yieldNow());
                            turns++;
                        }
                        return done(turns);
                    }
                    @Async
                    public static void main(String[] args) {
                        var number = async(() -> { await(yieldNow()); return %d; });
                        System.out.println("program " + await(number) + " of " + await(new Program().turns(%d)));
                    }
                }
                """.formatted(number, number % 5);
    }
}
