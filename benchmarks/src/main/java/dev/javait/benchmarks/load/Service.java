package dev.javait.benchmarks.load;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;

/** A process that serves: {@code other} what others call, else the pages of a handler. Prints its port; ends when its input does. */
final class Service {
    private static final int CALLS_AT_ONCE = 256;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));

    private Service() {}

    public static void main(String[] args) throws Exception {
        Service service = new Service();
        System.out.println(service.start(args));
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
        System.exit(0);
    }

    private int start(String[] args) throws Exception {
        io.vertx.core.Handler<HttpServerRequest> answer = args[0].equals("other") ? this::call : pages(args);
        return vertx.createHttpServer()
                .requestHandler(answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get()
                .actualPort();
    }

    private void call(HttpServerRequest request) {
        request.response().end(request.path());
    }

    private io.vertx.core.Handler<HttpServerRequest> pages(String[] args) {
        Upstream upstream = new Upstream(
                vertx.createHttpClient(new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(CALLS_AT_ONCE)),
                Integer.parseInt(args[1]));
        Handler handler = named(args[0]);
        return request -> {
            Context context = vertx.getOrCreateContext();
            handler.page(upstream)
                    .whenComplete((text, failure) -> context.runOnContext(none -> answer(request, text, failure)));
        };
    }

    private static void answer(HttpServerRequest request, String text, Throwable failure) {
        if (failure == null) {
            request.response().end(text);
        } else {
            request.response().setStatusCode(500).end(failure.toString());
        }
    }

    private static Handler named(String name) {
        return switch (name) {
            case "javait" -> new JavaitHandler();
            case "kotlin" -> new KotlinHandler();
            case "threads" -> new ThreadsHandler();
            default -> throw new IllegalArgumentException("no handler " + name);
        };
    }
}
