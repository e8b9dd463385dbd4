package dev.javait.samples.downloads;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Files of random bytes over HTTP on the loopback interface. Of every eight files one fails with status 503, one loses its connection half-way, and one
 * has a wrong byte, each at the first request only; {@code gone.bin} fails always.
 */
final class UnreliableServer implements AutoCloseable {
    private static final String GONE = "gone.bin";

    private final Map<String, byte[]> contents = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final long millisPerAnswer;

    UnreliableServer(long millisPerAnswer) throws IOException {
        this.millisPerAnswer = millisPerAnswer;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Publishes so many files, the last one of which cannot be had. */
    List<RemoteFile> publish(int count) throws NoSuchAlgorithmException {
        List<RemoteFile> files = new ArrayList<>();
        Random random = new Random(42);
        for (int i = 1; i <= count; i++) {
            byte[] content = new byte[50_000 + random.nextInt(200_000)];
            random.nextBytes(content);
            String name = i == count ? GONE : "file-%03d.bin".formatted(i);
            contents.put(name, content);
            URI uri = URI.create("http://localhost:" + server.getAddress().getPort() + "/files/" + name);
            byte[] checksum = MessageDigest.getInstance("SHA-256").digest(content);
            files.add(new RemoteFile(uri, HexFormat.of().formatHex(checksum)));
        }
        return files;
    }

    /** The largest number of requests that were under way at one time. */
    int mostAtOnce() {
        return mostAtOnce.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try (exchange) {
            Thread.sleep(millisPerAnswer);
            String name =
                    Path.of(exchange.getRequestURI().getPath()).getFileName().toString();
            byte[] content = contents.get(name);
            int request =
                    requests.computeIfAbsent(name, n -> new AtomicInteger()).incrementAndGet();
            int trouble = request == 1 ? Math.floorMod(name.hashCode(), 8) : -1;
            if (name.equals(GONE) || trouble == 0) {
                underWay.decrementAndGet();
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            if (trouble == 1) {
                content = content.clone();
                content[content.length / 2] ^= 1;
            }
            byte[] sent = trouble == 2 ? Arrays.copyOf(content, content.length / 2) : content;
            underWay.decrementAndGet();
            exchange.sendResponseHeaders(200, content.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(sent);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
