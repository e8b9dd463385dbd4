package dev.javait.samples.crawler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.javait.Javait;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CrawlerTest {
    private static final Duration LIMIT = Duration.ofMillis(300);

    @Test
    void everyPageIsVisitedOnce() throws IOException {
        Report report = crawl(
                Map.of(
                        "/index.html", "<a href=\"a.html\">a</a> <a href='unquoted'> <a href=\"https://elsewhere/\">",
                        "/a.html", "<a href=\"index.html#top\">up</a> <img src=\"b/c.png\"> <a href=\"b/d.html?x\">",
                        "/b/c.png", "<a href=\"not-html.html\">",
                        "/b/d.html", "<a href=\"../a.html\">"),
                path -> Duration.ZERO);
        assertEquals(List.of(), report.brokenLinks());
        // "/" and "/index.html" are two addresses.
        assertEquals(4, report.pages());
        assertEquals(1, report.otherFiles());
    }

    @Test
    void aPageThatFailsEndsNothingElse() throws IOException {
        Report report = crawl(
                Map.of(
                        "/index.html",
                        "<a href=\"gone.html\"> <a href=\"slow.html\"> <a href=\"crash.html\"> <a href=\"good.html\">",
                        "/slow.html",
                        "<a href=\"never.html\">",
                        "/good.html",
                        "<a href=\"better.html\"> <a href=\"gone.html\">",
                        "/better.html",
                        ""),
                path -> path.equals("/slow.html") ? LIMIT.multipliedBy(20) : Duration.ZERO);
        assertEquals(3, report.pages());
        assertEquals(
                List.of("/crash.html from 1", "/gone.html from 2", "/slow.html from 1"),
                describe(report.brokenLinks()));
    }

    @Test
    void theDocumentationOfCommonsLangIsCrawledWhole() throws IOException {
        Documentation documentation = new Documentation();
        try (Site site = new Site(documentation, path -> Duration.ZERO)) {
            Report report = Javait.run(
                    new Crawler(HttpClient.newHttpClient(), 16, Duration.ofSeconds(30)).crawl(site.address()));
            System.out.println(documentation.title() + ": " + report);
            assertEquals(899, report.pages());
            // The documentation really has it.
            assertEquals(
                    List.of("/src-html/org/apache/commons/lang3/function/package-summary.html from 2"),
                    describe(report.brokenLinks()));
        }
    }

    private static List<String> describe(List<Report.Broken> links) {
        return links.stream()
                .map(broken -> broken.address().getPath() + " from " + broken.pages())
                .toList();
    }

    private static Report crawl(Map<String, String> pages, Function<String, Duration> delay) throws IOException {
        Site.Files files = path -> {
            if (path.equals("/crash.html")) {
                throw new IOException("the server fails");
            }
            String page = pages.get(path);
            return page == null ? null : page.getBytes(StandardCharsets.UTF_8);
        };
        try (Site site = new Site(files, delay)) {
            return Javait.run(new Crawler(HttpClient.newHttpClient(), 4, LIMIT).crawl(site.address()));
        }
    }
}
