package dev.javait.samples.crawler;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Serves files over HTTP on the loopback interface, each answer after a delay, as a server far away would. */
final class Site implements AutoCloseable {
    /** Where the files are. */
    @FunctionalInterface
    interface Files {
        /** The content at this path (which begins with a slash), null if there is none. */
        byte[] read(String path) throws IOException;
    }

    static {
        // The server's own switch: without it an answer can wait for the acknowledgement of its first half.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Files files;
    private final Function<String, Duration> delay;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
    private final HttpServer server;

    /** {@code delay} says for each path how long its answer is held back. */
    Site(Files files, Function<String, Duration> delay) throws IOException {
        this.files = files;
        this.delay = delay;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::later);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    private void later(HttpExchange exchange) {
        long nanos = delay.apply(exchange.getRequestURI().getPath()).toNanos();
        threads.schedule(() -> answer(exchange), nanos, TimeUnit.NANOSECONDS);
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] content = files.read(path.endsWith("/") ? path + "index.html" : path);
            if (content == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", type(path));
            exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(content);
            }
        } catch (IOException clientWentAway) {
            exchange.close();
        }
    }

    private static String type(String path) {
        return path.endsWith(".html") || path.endsWith("/") ? "text/html" : "application/octet-stream";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
