package dev.javait.samples.crawler;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/** The documentation of Apache Commons Lang, from the jar in which it is published; that lies on the class path. */
final class Documentation implements Site.Files {
    @Override
    public byte[] read(String path) throws IOException {
        URL file = Documentation.class.getResource(path);
        if (file == null) {
            return null;
        }
        try (InputStream in = file.openStream()) {
            return in.readAllBytes();
        } catch (FileNotFoundException directory) {
            return null;
        }
    }

    /** What its first page calls itself. */
    String title() throws IOException {
        String index = new String(read("/index.html"), StandardCharsets.UTF_8);
        return index.replaceAll("(?s).*<title>(.*)</title>.*", "$1").replaceAll("\\s+", " ");
    }
}
