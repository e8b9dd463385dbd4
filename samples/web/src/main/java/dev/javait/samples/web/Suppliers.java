package dev.javait.samples.web;

import static dev.javait.Javait.*;

import dev.javait.*;
import jakarta.ws.rs.NotFoundException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks another server, which may know nothing, be busy for a moment, or be broken. */
final class Suppliers {
    private static final int ATTEMPTS = 3;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int BUSY = 503;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final Duration pause;

    Suppliers(URI server, Duration pause) {
        this.server = server;
        this.pause = pause;
    }

    @Async
    Coroutine<Integer> ask(String what, String article) {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/" + what + "/" + article))
                .build();
        HttpResponse<String> answer = await(http.sendAsync(request, BodyHandlers.ofString()));
        for (int attempt = 1; answer.statusCode() == BUSY && attempt < ATTEMPTS; attempt++) {
            await(sleep(pause));
            answer = await(http.sendAsync(request, BodyHandlers.ofString()));
        }
        return switch (answer.statusCode()) {
            case OK -> done(Integer.valueOf(answer.body()));
            case NOT_FOUND -> throw new NotFoundException(article);
            default -> throw new SupplierException(what + " of " + article + ": status " + answer.statusCode());
        };
    }
}
