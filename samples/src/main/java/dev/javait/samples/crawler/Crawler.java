package dev.javait.samples.crawler;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Goes through a site by its links, many pages at once. All tasks run on one thread, so that what they share is a plain {@code HashSet} and a plain
 * {@link Report}.
 */
final class Crawler {
    private final HttpClient http;
    private final AsyncSemaphore connections;
    private final Duration limit;
    private final Set<URI> seen = new HashSet<>();
    private final Report report = new Report();

    /** With at most {@code atOnce} requests under way, each of which may take as long as {@code limit}. */
    Crawler(HttpClient http, int atOnce, Duration limit) {
        this.http = http;
        this.connections = new AsyncSemaphore(atOnce);
        this.limit = limit;
    }

    /** Crawls everything that can be reached from {@code root} without leaving its host. */
    @Async
    Coroutine<Report> crawl(URI root) {
        Duration begin = EventLoop.current().time();
        try (TaskGroup group = TaskGroup.open()) {
            follow(root, group);
        }
        report.took(EventLoop.current().time().minus(begin));
        return done(report);
    }

    private void follow(URI page, TaskGroup group) {
        if (seen.add(page)) {
            group.spawn(visit(page, group));
        }
    }

    /** A page that cannot be had is a line of the report, and the end of nothing else. */
    @Async
    private Coroutine<Void> visit(URI page, TaskGroup group) {
        try {
            HttpResponse<byte[]> response = await(fetch(page));
            Page content = Page.of(response);
            report.visited(content);
            for (URI link : content.links()) {
                report.linked(page, link);
                follow(link, group);
            }
        } catch (IOException | AsyncTimeoutException failure) {
            report.broken(page, failure);
        }
        return done();
    }

    @Async
    private Coroutine<HttpResponse<byte[]>> fetch(URI page) throws IOException {
        await(connections.acquire());
        try {
            HttpResponse<byte[]> response = await(waitFor(get(page), limit));
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
            return done(response);
        } finally {
            connections.release();
        }
    }

    @Async
    private Coroutine<HttpResponse<byte[]>> get(URI page) throws IOException {
        return done(await(http.sendAsync(HttpRequest.newBuilder(page).build(), BodyHandlers.ofByteArray())));
    }
}
