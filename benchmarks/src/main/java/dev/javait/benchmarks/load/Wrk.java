package dev.javait.benchmarks.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code wrk} says of a service. */
record Wrk(double perSecond, long requests, double p50, double p99, String trouble) {
    private static final Pattern TIME = Pattern.compile("([0-9.]+)(us|ms|s)");

    static Wrk drive(int port, int connections, int seconds) throws IOException, InterruptedException {
        Process wrk = new ProcessBuilder(
                        "wrk",
                        "-t1",
                        "-c" + connections,
                        "-d" + seconds + "s",
                        "--timeout",
                        "10s",
                        "--latency",
                        "http://127.0.0.1:" + port + "/")
                .redirectErrorStream(true)
                .start();
        String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (wrk.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        String trouble = find(said, "(Non-2xx.*|Socket errors.*)");
        return new Wrk(
                Double.parseDouble(find(said, "Requests/sec:\\s*([0-9.]+)")),
                Long.parseLong(find(said, "([0-9]+) requests in")),
                millis(find(said, "(?m)^ +50%\\s+(\\S+)")),
                millis(find(said, "(?m)^ +99%\\s+(\\S+)")),
                trouble);
    }

    private static String find(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static double millis(String time) {
        Matcher matcher = TIME.matcher(time);
        if (!matcher.matches()) {
            throw new IllegalStateException("not a time: " + time);
        }
        double value = Double.parseDouble(matcher.group(1));
        return switch (matcher.group(2)) {
            case "us" -> value / 1000;
            case "ms" -> value;
            default -> value * 1000;
        };
    }
}
