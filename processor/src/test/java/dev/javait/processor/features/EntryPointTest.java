package dev.javait.processor.features;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.javait.Async;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** {@code @Async} methods that the {@code java} command runs. */
class EntryPointTest {
    @TempDir
    Path folder;

    private void prints(String source, String printed) throws IOException {
        assertEquals("", UserProgram.compileWhole(folder, source).messages);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        folder + File.pathSeparator + UserProgram.whereIs(Async.class),
                        "Program")
                .redirectErrorStream(true)
                .start();
        assertEquals(
                printed,
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
    }

    @Test
    void aStaticMainWithArguments() throws IOException {
        prints("""
                import static dev.javait.Javait.*;
                class Program {
                    @dev.javait.Async
                    public static void main(String[] args) throws Exception {
                        await(yieldNow());
                        System.out.println("with " + args.length);
                    }
                }
                """, "with 0\n");
    }

    @Test
    void onALoopSaysThatACoroutineIsToBeReturned() throws IOException {
        prints(
                """
                import static dev.javait.Javait.*;
                import dev.javait.*;
                class Program {
                    @Async
                    static void entry() { await(yieldNow()); }
                    @Async
                    static Coroutine<Void> caller() { await(yieldNow()); entry(); return done(); }
                    public static void main(String[] args) {
                        try {
                            run(caller());
                        } catch (IllegalStateException e) {
                            System.out.println(e.getMessage() + e.getSuppressed().length);
                        }
                    }
                }
                """,
                "this thread runs an event loop already, and an @Async method that returns void runs one of its own;"
                        + " have it return a Coroutine<Void>, and await that0\n");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void anInstanceMain() throws IOException {
        prints("""
                import static dev.javait.Javait.*;
                class Program {
                    private int n = 3;
                    @dev.javait.Async
                    void main() {
                        await(yieldNow());
                        System.out.println("instance " + n);
                    }
                }
                """, "instance 3\n");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void aCompactSourceFile() throws IOException {
        prints("""
                import static dev.javait.Javait.*;
                import dev.javait.*;

                String greeting = "hello";

                @Async
                Coroutine<String> text(int n) {
                    await(yieldNow());
                    return done(greeting + n);
                }

                @Async
                AsyncIterable<Integer> numbers() {
                    for (int i = 0; i < 2; i++) {
                        await(yieldNow());
                        emit(i);
                    }
                    return end();
                }

                @Async
                void main() throws Exception {
                    for (int n : awaitEach(numbers())) IO.println(await(text(n)));
                    IO.println(await(async(() -> await(text(9)))));
                }
                """, "hello0\nhello1\nhello9\n");
    }
}
