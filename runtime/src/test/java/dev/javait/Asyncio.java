package dev.javait;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What real asyncio does: {@code asyncio/NAME.py} among the test resources, and {@code NAME.txt}, what it prints. {@code # a sentence} begins a section of that.
 */
final class Asyncio {
    private Asyncio() {}

    /** The lines of a section. */
    static List<String> trace(String program, String section) {
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (String line : read(program + ".txt").lines().toList()) {
            if (line.startsWith("# ")) {
                inside = line.equals("# " + section);
            } else if (inside) {
                lines.add(line);
            }
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(program + ".txt has no section '" + section + "'");
        }
        return lines;
    }

    static String read(String file) {
        try (InputStream in = Asyncio.class.getResourceAsStream("/asyncio/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
