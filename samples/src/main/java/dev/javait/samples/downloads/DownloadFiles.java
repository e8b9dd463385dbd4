package dev.javait.samples.downloads;

import static dev.javait.Javait.await;

import dev.javait.Async;
import dev.javait.samples.downloads.Downloads.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Downloads forty files from a server that often fails, eight at a time. */
public final class DownloadFiles {
    private DownloadFiles() {}

    @Async
    public static void main(String[] args) throws Exception {
        try (UnreliableServer server = new UnreliableServer(50)) {
            List<RemoteFile> files = server.publish(40);
            Path folder = Files.createTempDirectory("downloads");
            Progress progress = new Progress(System.out, Progress.onTerminal(), files.size());
            Downloads downloads = new Downloads(folder, 8, Duration.ofMillis(100), progress);
            for (Result result : await(downloads.all(files))) {
                if (result.failure() != null) {
                    System.out.println("Not downloaded: " + result.failure().getMessage() + " at each of "
                            + result.attempts() + " attempts");
                }
            }
            System.out.println("The others are in " + folder);
        }
    }
}
