package dev.javait.processor.link;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of linking have in common. */
abstract class Fixture {
    static final String RESULT = "()Ldev/javait/Coroutine;";

    @TempDir
    Path folder;

    Compiled.Setup setup() {
        return new Compiled.Setup(folder.resolve("out"));
    }

    /** Sources may use {@code Coroutine} by its simple name. */
    static String user(String rest) {
        return "package p; import dev.javait.Coroutine; " + rest;
    }
}
