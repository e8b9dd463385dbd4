package dev.javait.samples.crawler;

import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a crawl found. */
final class Report {
    /** An address that could not be had, why, and the pages that refer to it. */
    record Broken(URI address, String reason, int pages, URI example) {}

    private int pages;
    private int otherFiles;
    private long bytes;
    private Duration time = Duration.ZERO;
    private final Map<URI, Integer> references = new HashMap<>();
    private final Map<URI, URI> firstReference = new HashMap<>();
    private final Map<URI, Throwable> failures = new HashMap<>();

    void visited(Page page) {
        if (page.html()) {
            pages++;
        } else {
            otherFiles++;
        }
        bytes += page.bytes();
    }

    void linked(URI from, URI to) {
        references.merge(to, 1, Integer::sum);
        firstReference.merge(to, from, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }

    void broken(URI address, Throwable failure) {
        failures.put(address, failure);
    }

    void took(Duration time) {
        this.time = time;
    }

    int pages() {
        return pages;
    }

    int otherFiles() {
        return otherFiles;
    }

    long bytes() {
        return bytes;
    }

    Duration time() {
        return time;
    }

    /** Every broken address, in the order of the alphabet. */
    List<Broken> brokenLinks() {
        return failures.entrySet().stream()
                .map(entry -> describe(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Broken::address))
                .toList();
    }

    private Broken describe(URI address, Throwable failure) {
        String reason = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return new Broken(
                address, reason, references.getOrDefault(address, 0), firstReference.getOrDefault(address, address));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d pages and %d other files, %.1f MB, broken links: %d, %.2f s",
                pages,
                otherFiles,
                bytes / 1e6,
                failures.size(),
                time.toNanos() / 1e9);
    }
}
