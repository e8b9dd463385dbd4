package dev.javait.benchmarks.load;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.util.concurrent.CompletionStage;

/** The other service, as a handler sees it. */
public final class Upstream {
    private final HttpClient client;
    private final int port;

    Upstream(HttpClient client, int port) {
        this.client = client;
        this.port = port;
    }

    public CompletionStage<String> get(String path) {
        return client.request(HttpMethod.GET, port, "127.0.0.1", path)
                .compose(request -> request.send())
                .compose(HttpClientResponse::body)
                .map(Buffer::toString)
                .toCompletionStage();
    }
}
