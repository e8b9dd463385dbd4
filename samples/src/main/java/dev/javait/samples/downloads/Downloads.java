package dev.javait.samples.downloads;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Downloads many files over HTTP: several at once, but not too many, each tried again when it fails, each checked. */
final class Downloads {
    /** What became of a file: where it is, or why it could not be had. */
    record Result(RemoteFile file, int attempts, Path path, IOException failure) {}

    private static final int ATTEMPTS = 4;

    private final HttpClient http = HttpClient.newHttpClient();
    private final AsyncSemaphore slots;
    private final Duration pause;
    private final Path folder;
    private final Progress progress;

    /** With at most {@code atOnce} requests under way. After a first failure a file waits for {@code pause}, then twice that, and so on. */
    Downloads(Path folder, int atOnce, Duration pause, Progress progress) {
        this.folder = folder;
        this.slots = new AsyncSemaphore(atOnce);
        this.pause = pause;
        this.progress = progress;
    }

    /** Downloads them all; what became of each, in the order of the files. */
    @Async
    Coroutine<List<Result>> all(List<RemoteFile> files) {
        return done(await(gather(files.stream().map(this::download).toList())));
    }

    /** Downloads one, with as many attempts as it takes, up to a limit. */
    @Async
    Coroutine<Result> download(RemoteFile file) {
        Duration wait = pause;
        for (int attempt = 1; ; attempt++) {
            try {
                Path path = await(fetch(file));
                progress.finished();
                return done(new Result(file, attempt, path, null));
            } catch (IOException failure) {
                if (attempt == ATTEMPTS) {
                    progress.gaveUp();
                    return done(new Result(file, attempt, null, failure));
                }
                progress.triesAgain();
            }
            await(sleep(wait));
            wait = wait.multipliedBy(2);
        }
    }

    /** One attempt. */
    @Async
    private Coroutine<Path> fetch(RemoteFile file) throws IOException {
        await(slots.acquire());
        try {
            HttpRequest request = HttpRequest.newBuilder(file.uri()).build();
            HttpResponse<Path> response =
                    await(http.sendAsync(request, BodyHandlers.ofFile(folder.resolve(file.name()))));
            if (response.statusCode() != 200) {
                throw new IOException(file.name() + ": status " + response.statusCode());
            }
            String checksum = await(toThread(() -> RemoteFile.sha256(response.body())));
            if (!checksum.equals(file.sha256())) {
                throw new IOException(file.name() + ": wrong checksum");
            }
            return done(response.body());
        } finally {
            slots.release();
        }
    }
}
