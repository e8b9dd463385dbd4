package dev.javait.processor.emit;

import dev.javait.processor.model.LineMap;
import java.util.ArrayList;
import java.util.List;

/** Invisible marks in the text that say which line of the user's file comes next; taken out again once the file is laid out. */
final class Marks {
    private static final char OPEN = '\u0001';
    private static final char CLOSE = '\u0002';

    private static final int CONTINUED = 4;

    private Marks() {}

    static String at(int line) {
        return line <= 0 ? "" : OPEN + Integer.toString(line) + CLOSE;
    }

    /** The text without marks, and what they said: the first mark of each generated line counts. */
    record Clean(String text, LineMap lines) {}

    static Clean clean(String marked) {
        var text = new StringBuilder(marked.length());
        List<Integer> userLines = new ArrayList<>(List.of(0));
        for (String line : split(marked).split("\n", -1)) {
            userLines.add(cleanLine(line, text));
            text.append('\n');
        }
        text.setLength(text.length() - 1);
        return new Clean(
                text.toString(),
                new LineMap(userLines.stream().mapToInt(Integer::intValue).toArray()));
    }

    /** In front of each mark in the midst of a line that is another user's line than what stands before it, the line ends: the user's did there too. */
    private static String split(String marked) {
        var text = new StringBuilder(marked.length());
        for (String line : marked.split("\n", -1)) {
            splitLine(line, text);
            text.append('\n');
        }
        text.setLength(text.length() - 1);
        return text.toString();
    }

    private static void splitLine(String line, StringBuilder text) {
        int at = 0;
        String current = "";
        for (int open = line.indexOf(OPEN); open >= 0; open = line.indexOf(OPEN, at)) {
            int close = line.indexOf(CLOSE, open) + 1;
            String mark = line.substring(open, close);
            text.append(line, at, open);
            at = close;
            if (current.isEmpty()) {
                current = mark;
            } else if (!current.equals(mark) && mayBegin(line, at)) {
                while (line.charAt(at) == ' ') at++;
                text.append('\n').append(" ".repeat(indentation(line) + CONTINUED));
                current = mark;
            }
            text.append(mark);
        }
        text.append(line, at, line.length());
    }

    /** Whether what stands there is more than the end of something that the user ended on a line of its own. */
    private static boolean mayBegin(String line, int at) {
        String rest = line.substring(at).stripLeading();
        return !rest.isEmpty() && "(){}[];,".indexOf(rest.charAt(0)) < 0 && rest.charAt(0) != OPEN;
    }

    private static int indentation(String line) {
        int blanks = 0;
        while (blanks < line.length() && line.charAt(blanks) == ' ') blanks++;
        return blanks;
    }

    private static int cleanLine(String line, StringBuilder text) {
        int first = 0;
        int at = 0;
        for (int open = line.indexOf(OPEN); open >= 0; open = line.indexOf(OPEN, at)) {
            text.append(line, at, open);
            int close = line.indexOf(CLOSE, open);
            if (first == 0) first = Integer.parseInt(line.substring(open + 1, close));
            at = close + 1;
        }
        String rest = line.substring(at);
        text.append(
                at > 0
                                && rest.isBlank()
                                && line.substring(0, line.indexOf(OPEN)).isBlank()
                        ? ""
                        : rest);
        return first;
    }
}
