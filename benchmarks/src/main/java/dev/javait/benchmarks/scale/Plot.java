package dev.javait.benchmarks.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lines over sizes that double again and again, as SVG: both axes are logarithmic, so that what costs the same at every size is level. */
final class Plot {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 420;
    private static final int LEFT = 70;
    private static final int RIGHT = 45;
    private static final int TOP = 40;
    private static final int BOTTOM = 110;
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9");

    private final String title;
    private final double leastSize;
    private final double mostSize;
    private final double leastCost = 1;
    private final double mostCost;
    private final List<String> parts = new ArrayList<>();

    /** @param lines for each line, what a thing costs by how many there are */
    Plot(String title, Map<String, ? extends Map<Integer, Double>> lines) {
        this.title = title;
        this.leastSize = lines.values().stream()
                .flatMap(line -> line.keySet().stream())
                .mapToInt(i -> i)
                .min()
                .orElse(1);
        this.mostSize = lines.values().stream()
                .flatMap(line -> line.keySet().stream())
                .mapToInt(i -> i)
                .max()
                .orElse(10);
        double most = lines.values().stream()
                .flatMap(line -> line.values().stream())
                .mapToDouble(d -> d)
                .max()
                .orElse(10);
        this.mostCost = Math.pow(10, Math.ceil(Math.log10(most)));
        axes();
        int number = 0;
        for (Map.Entry<String, ? extends Map<Integer, Double>> line : lines.entrySet()) {
            line(line.getKey(), line.getValue(), number++);
        }
    }

    /** The picture. */
    String svg() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\" font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
                + String.join("\n", parts) + "\n</svg>\n";
    }

    private void axes() {
        parts.add(text(WIDTH / 2.0, 20, "middle", title));
        for (double size = leastSize; size <= mostSize * 1.001; size *= 10) {
            parts.add(stroke(x(size), TOP, x(size), HEIGHT - BOTTOM, "#ddd"));
            parts.add(text(x(size), HEIGHT - BOTTOM + 18, "middle", String.format(Locale.ROOT, "%,.0f", size)));
        }
        for (double cost = leastCost; cost <= mostCost * 1.001; cost *= 10) {
            parts.add(stroke(LEFT, y(cost), WIDTH - RIGHT, y(cost), "#ddd"));
            parts.add(text(LEFT - 8, y(cost) + 4, "end", String.format(Locale.ROOT, "%,.0f ns", cost)));
        }
    }

    private void line(String name, Map<Integer, Double> costs, int number) {
        String colour = COLOURS.get(number % COLOURS.size());
        StringBuilder points = new StringBuilder();
        costs.forEach((size, cost) -> points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(size), y(cost))));
        parts.add("<polyline fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"2\" points=\""
                + points.toString().strip() + "\"/>");
        double at = HEIGHT - BOTTOM + 40 + 16 * (number / 2);
        double from = number % 2 == 0 ? LEFT : WIDTH / 2.0;
        parts.add(stroke(from, at - 4, from + 20, at - 4, colour));
        parts.add(text(from + 26, at, "start", name));
    }

    private double x(double size) {
        return LEFT + (WIDTH - LEFT - RIGHT) * (Math.log(size / leastSize) / Math.log(mostSize / leastSize));
    }

    private double y(double cost) {
        double part = Math.log(Math.max(cost, leastCost) / leastCost) / Math.log(mostCost / leastCost);
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * part;
    }

    private static String text(double x, double y, String anchor, String text) {
        return String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, text);
    }

    private static String stroke(double x1, double y1, double x2, double y2, String colour) {
        return String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"2\"/>",
                x1,
                y1,
                x2,
                y2,
                colour);
    }
}
