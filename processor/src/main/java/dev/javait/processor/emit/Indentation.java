package dev.javait.processor.emit;

import dev.javait.processor.model.Code;
import dev.javait.processor.model.Part;

/** The user's indentation, which the generated file has its own instead of; relative indentation stays. */
final class Indentation {
    private Indentation() {}

    /** How many blanks all lines of {@code code} but the first begin with. */
    static int common(Code code) {
        int common = Integer.MAX_VALUE;
        boolean lineStart = false;
        for (Part part : code.parts()) {
            if (part instanceof Part.Line) continue;
            if (lineStart) {
                String text = part instanceof Part.Text t ? t.text() : "x";
                if (!text.isBlank() || !text.endsWith("\n")) common = Math.min(common, blanks(text));
            }
            lineStart = part instanceof Part.Text text && text.text().endsWith("\n");
        }
        return common == Integer.MAX_VALUE ? 0 : common;
    }

    static String strip(String text, int count) {
        return text.substring(Math.min(count, blanks(text)));
    }

    private static int blanks(String text) {
        int count = 0;
        while (count < text.length() && (text.charAt(count) == ' ' || text.charAt(count) == '\t')) count++;
        return count;
    }
}
