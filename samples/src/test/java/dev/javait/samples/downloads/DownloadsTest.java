package dev.javait.samples.downloads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.javait.Javait;
import dev.javait.samples.downloads.Downloads.Result;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadsTest {
    private static final int FILES = 32;

    @TempDir
    Path folder;

    @Test
    void everyFileThatCanBeHadArrivesWhole() throws Exception {
        try (UnreliableServer server = new UnreliableServer(10)) {
            List<RemoteFile> files = server.publish(FILES);
            Progress progress = new Progress(new PrintStream(OutputStream.nullOutputStream()), false, FILES);
            List<Result> results = Javait.run(new Downloads(folder, 4, Duration.ofMillis(5), progress).all(files));

            for (Result result : results.subList(0, FILES - 1)) {
                assertNull(result.failure());
                assertEquals(result.file().sha256(), RemoteFile.sha256(result.path()));
            }
            Result gone = results.get(FILES - 1);
            assertEquals("gone.bin: status 503", gone.failure().getMessage());
            assertEquals(4, gone.attempts());
            assertTrue(progress.retries() > 3, "only gone.bin was tried again: " + progress);
            assertEquals(4, server.mostAtOnce());
        }
    }

    @Test
    void aBarGrowsOnATerminal() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Progress progress = new Progress(new PrintStream(bytes, true, StandardCharsets.UTF_8), true, 2);
        progress.triesAgain();
        progress.finished();
        progress.gaveUp();
        assertEquals(
                List.of(
                        "",
                        "[........................................] 0/2 files, 1 retries, 0 failed",
                        "[####################....................] 1/2 files, 1 retries, 0 failed",
                        "[########################################] 1/2 files, 1 retries, 1 failed"),
                bytes.toString(StandardCharsets.UTF_8).lines().toList());
    }
}
