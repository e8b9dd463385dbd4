package dev.javait.samples.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asks the shop over the network, which asks its suppliers over the network. */
class ShopTest {
    /** Here because loggers that nobody holds forget their level: a server says much when it starts. */
    private static final Logger SERVER = Logger.getLogger("org.glassfish");

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger questions = new AtomicInteger();
    private final CompletableFuture<Void> never = new CompletableFuture<>();
    private HttpServer suppliers;

    @BeforeAll
    static void quiet() {
        SERVER.setLevel(Level.SEVERE);
    }

    @BeforeEach
    void openSuppliers() throws IOException {
        suppliers = HttpServer.create(new InetSocketAddress(HERE, 0), 0);
        suppliers.setExecutor(threads);
        suppliers.start();
    }

    @AfterEach
    void close() {
        never.complete(null);
        suppliers.stop(0);
        threads.shutdown();
    }

    private void when(String path, Answer answer) {
        suppliers.createContext(path, exchange -> {
            questions.incrementAndGet();
            answer.to(exchange);
            exchange.close();
        });
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;

        static Answer of(int status, String body) {
            return exchange -> {
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            };
        }
    }

    /** What the shop answers, its status and its text. */
    private String offer(String article, Duration patience) throws Exception {
        URI supplying = URI.create("http://localhost:" + suppliers.getAddress().getPort());
        var shop =
                Shop.open(URI.create("http://localhost:0/"), new Suppliers(supplying, Duration.ofMillis(1)), patience);
        try {
            URI address = URI.create(
                    "http://localhost:" + shop.getListeners().iterator().next().getPort());
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(address.resolve("/offers/" + article))
                            .build(),
                    BodyHandlers.ofString());
            return (answer.statusCode() + " " + answer.body()).strip();
        } finally {
            shop.shutdownNow();
        }
    }

    @Test
    void bothSuppliersAreAskedAtTheSameTime() throws Exception {
        CyclicBarrier bothAsked = new CyclicBarrier(2);
        Answer together = exchange -> {
            try {
                bothAsked.await(20, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IOException(e);
            }
            Answer.of(200, "7").to(exchange);
        };
        when("/price", together);
        when("/stock", together);
        assertEquals("200 tea costs 7", offer("tea", Duration.ofSeconds(60)));
    }

    @Test
    void aBusySupplierIsAskedAgain() throws Exception {
        when("/price", Answer.of(200, "7"));
        AtomicInteger busy = new AtomicInteger(2);
        when(
                "/stock",
                exchange ->
                        Answer.of(busy.getAndDecrement() > 0 ? 503 : 200, "0").to(exchange));
        assertEquals("200 tea is sold out", offer("tea", Duration.ofSeconds(60)));
        assertEquals(4, questions.get());
    }

    @Test
    void anExceptionBecomesItsStatus() throws Exception {
        when("/price", Answer.of(404, ""));
        when("/stock", exchange -> never.join());
        assertEquals("404", offer("dodo", Duration.ofSeconds(60)), "and nobody waits for the stock");
        suppliers.removeContext("/price");
        when("/price", Answer.of(500, ""));
        assertEquals("502 price of dodo: status 500", offer("dodo", Duration.ofSeconds(60)));
    }

    @Test
    void whatTakesTooLongIsCancelled() throws Exception {
        when("/price", exchange -> never.join());
        when("/stock", exchange -> never.join());
        assertEquals("504", offer("tea", Duration.ofMillis(50)));
    }
}
