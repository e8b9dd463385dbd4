package dev.javait.samples.crawler;

import static dev.javait.Javait.await;

import dev.javait.Async;
import dev.javait.Coroutine;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;

/** Crawls the documentation of a well-known library, many pages at once and one page after the other, and compares. */
public final class CrawlDocumentation {
    private static final Duration DELAY = Duration.ofMillis(10);
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int AT_ONCE = 32;

    private CrawlDocumentation() {}

    @Async
    public static void main(String[] args) throws IOException {
        Documentation documentation = new Documentation();
        try (Site site = new Site(documentation, path -> DELAY)) {
            System.out.println("Crawling " + documentation.title() + " at " + site.address());
            System.out.println(
                    "The server waits " + DELAY.toMillis() + " ms before it answers, as one far away would.");
            // First, and cold: what the virtual machine learns from the first crawl is to the advantage of the second.
            Report together = await(crawl(site, AT_ONCE));
            System.out.println(AT_ONCE + " pages at once:   " + together);
            Report alone = await(crawl(site, 1));
            System.out.println("one after another: " + alone);
            System.out.printf(
                    Locale.ROOT,
                    "%.1f times as fast%n",
                    (double) alone.time().toNanos() / together.time().toNanos());
            for (Report.Broken broken : together.brokenLinks()) {
                System.out.printf(
                        "broken: %s (%s)%n  linked from %d pages, such as %s%n",
                        broken.address().getPath(),
                        broken.reason(),
                        broken.pages(),
                        broken.example().getPath());
            }
        }
    }

    @Async
    private static Coroutine<Report> crawl(Site site, int atOnce) {
        return new Crawler(HttpClient.newHttpClient(), atOnce, LIMIT).crawl(site.address());
    }
}
