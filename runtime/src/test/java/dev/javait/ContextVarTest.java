package dev.javait;

import static dev.javait.Javait.createTask;
import static dev.javait.Javait.run;
import static dev.javait.Script.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class ContextVarTest {
    private final ContextVar<String> first = new ContextVar<>("first");
    private final ContextVar<String> second = new ContextVar<>("second", "default");
    private ContextVar.Token<String> token;

    @Test
    void aVariableWithoutValueOrDefaultSaysSo() {
        NoSuchElementException e = assertThrows(NoSuchElementException.class, first::get);
        assertEquals(
                "context variable first has no value here; set it first, or make it with a default", e.getMessage());
        assertEquals("other", first.orElse("other"));
        assertEquals("other", second.orElse("other"));
        assertEquals("default", second.get());
    }

    @Test
    void resettingBringsBackWhatWasThere() {
        token = first.set("a");
        ContextVar.Token<String> inner = first.set("b");
        ContextVar.Token<String> other = second.set("c");
        first.reset(inner);
        assertEquals("a", first.get());
        first.reset(token);
        assertThrows(NoSuchElementException.class, first::get);
        assertEquals("c", second.get());
        second.reset(other);
        assertEquals("default", second.get());
    }

    @Test
    void aTokenIsForItsVariableAndItsTaskAndForOneUse() {
        token = second.set("a");
        assertThrows(IllegalArgumentException.class, () -> first.reset(token));
        assertThrows(
                IllegalArgumentException.class,
                () -> run(script("main").await(() -> createTask(script("task").run(() -> second.reset(token))))));
        second.reset(token);
        assertThrows(IllegalStateException.class, () -> second.reset(token));
    }

    @Test
    void nullIsAValue() {
        token = second.set(null);
        assertNull(second.get());
        second.reset(token);
    }

    @Test
    void aRunBeginsWithTheValuesOfItsThreadAndKeepsItsOwn() {
        token = first.set("thread");
        try (EventLoop loop = EventLoop.builder().build()) {
            loop.run(script("main").run(() -> {
                assertEquals("thread", first.get());
                first.set("run");
            }));
            assertEquals("thread", first.get());
            loop.run(script("again").run(() -> assertEquals("run", first.get())));
        } finally {
            first.reset(token);
        }
    }
}
