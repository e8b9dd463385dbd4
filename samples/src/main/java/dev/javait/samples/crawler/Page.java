package dev.javait.samples.crawler;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the server gave for one address: its size, and, if it is HTML, the addresses on the same host that it refers to. */
record Page(boolean html, int bytes, Set<URI> links) {
    private static final Pattern LINK = Pattern.compile("\\b(?:href|src)=\"([^\"#?]+)[^\"]*\"");
    private static final Pattern ESCAPED = Pattern.compile("&(?:amp|lt|gt);");

    static Page of(HttpResponse<byte[]> response) {
        byte[] body = response.body();
        boolean html = response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("text/html"))
                .isPresent();
        return new Page(html, body.length, html ? links(response.uri(), body) : Set.of());
    }

    private static Set<URI> links(URI page, byte[] body) {
        Set<URI> links = new LinkedHashSet<>();
        Matcher matcher = LINK.matcher(new String(body, StandardCharsets.UTF_8));
        while (matcher.find()) {
            URI link = resolve(page, unescape(matcher.group(1)));
            if (page.getAuthority().equals(link.getAuthority())) {
                links.add(link);
            }
        }
        return links;
    }

    private static URI resolve(URI page, String reference) {
        try {
            return page.resolve(reference);
        } catch (IllegalArgumentException notAnAddress) {
            return URI.create("invalid:reference");
        }
    }

    private static String unescape(String text) {
        return ESCAPED.matcher(text).replaceAll(match -> switch (match.group()) {
            case "&lt;" -> "<";
            case "&gt;" -> ">";
            default -> "&";
        });
    }
}
