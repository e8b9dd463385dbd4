package dev.javait.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How a process ended: its exit code, and all that it printed. */
record Run(int exit, String output) {
    static Run of(Path folder, List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("two minutes were not enough for " + command + "\n" + Files.readString(output));
        }
        return new Run(process.exitValue(), Files.readString(output));
    }

    /** Of a process that succeeded and had nothing to remark. */
    void wasSilent() {
        assertEquals(new Run(0, ""), this);
    }

    Run succeeded() {
        assertEquals(0, exit, output);
        return this;
    }

    Run failed() {
        assertNotEquals(0, exit, output);
        return this;
    }
}
