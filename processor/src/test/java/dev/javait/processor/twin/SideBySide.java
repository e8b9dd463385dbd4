package dev.javait.processor.twin;

import java.util.List;

/** Two traces, with the place where they part. */
final class SideBySide {
    private SideBySide() {}

    static String of(String expected, String actual) {
        List<String> left = expected.lines().toList();
        List<String> right = actual.lines().toList();
        int common = 0;
        while (common < left.size() && common < right.size() && left.get(common).equals(right.get(common))) common++;
        var text = new StringBuilder();
        left.subList(0, common).forEach(line -> text.append("  ").append(line).append('\n'));
        left.subList(common, left.size())
                .forEach(line -> text.append("< ").append(line).append('\n'));
        right.subList(common, right.size())
                .forEach(line -> text.append("> ").append(line).append('\n'));
        return text.toString();
    }
}
