package dev.javait;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

/** A test that is named after an asyncio program in {@code resources/asyncio} and must leave the same trace. */
abstract class AsyncioTrace {
    final Trail trail = new Trail();

    void say(Object... words) {
        StringBuilder line = new StringBuilder();
        for (Object word : words) {
            line.append(line.isEmpty() ? "" : " ").append(python(word));
        }
        trail.add(line.toString());
    }

    private static String python(Object word) {
        if (word instanceof Boolean yes) {
            return yes ? "True" : "False";
        }
        return word == null ? "None" : word.toString();
    }

    /** The arguments of Python's exception. */
    static String args(Throwable error) {
        return error.getMessage() == null ? "()" : "('" + error.getMessage() + "',)";
    }

    static Duration ms(int millis) {
        return Duration.ofMillis(millis);
    }

    /** Runs {@code main} on a loop with a virtual clock. */
    static <T> T run(Awaitable<T> main) {
        return EventLoop.builder().clock(LoopClock.virtual()).run(main);
    }

    private String expected;

    @BeforeEach
    void readTrace(TestInfo test) {
        String name = test.getTestMethod().orElseThrow().getName();
        expected = Asyncio.read(name + ".txt").strip();
    }

    @AfterEach
    void compare() {
        assertEquals(expected, trail.toString());
    }
}
