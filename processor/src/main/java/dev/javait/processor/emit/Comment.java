package dev.javait.processor.emit;

import dev.javait.processor.model.AwaitKind;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Flow.Terminator;
import dev.javait.processor.model.Part;
import java.util.regex.Pattern;

/** What a state waits for, in one line: {@code Hello.java:13: await(sleep(delay))}. */
final class Comment {
    private static final int LONGEST = 60;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Comment() {}

    static String of(Terminator.Suspend suspend, String userFile, Names names) {
        String result = suspend.result() == null ? "" : names.of(suspend.result()) + " = ";
        String verb = suspend.kind() == AwaitKind.EMIT ? "emit" : "await";
        return userFile + ":" + suspend.line() + ": " + result + verb + "(" + text(suspend.awaitable(), names) + ")";
    }

    private static String text(Code code, Names names) {
        StringBuilder text = new StringBuilder();
        for (Part part : code.parts()) {
            if (part instanceof Part.Text t) text.append(t.text());
            else if (part instanceof Part.Self) text.append("this");
            else if (part instanceof Part.ClassUse use)
                text.append(String.join(".", use.name().simpleNames()));
            else if (part instanceof Part.Use use) text.append(names.of(use.variable()));
            else if (part instanceof Part.Captured captured) text.append(names.of(captured.variable()));
        }
        return shortened(BLANKS.matcher(text.toString().strip()).replaceAll(" "));
    }

    /** No backslash: half of a Unicode escape would be an error even in a comment. */
    private static String shortened(String text) {
        int backslash = text.indexOf('\\');
        int end = Math.min(backslash < 0 ? text.length() : backslash, LONGEST);
        return end == text.length() ? text : text.substring(0, end).strip() + " ...";
    }
}
