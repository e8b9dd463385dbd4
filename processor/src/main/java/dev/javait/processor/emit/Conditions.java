package dev.javait.processor.emit;

import dev.javait.processor.model.Code;
import dev.javait.processor.model.Part;
import dev.javait.processor.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Conditions as a person would write them: {@code !done} rather than {@code !((done))}. Where the text is not simple they stay as they are. */
final class Conditions {
    /** A comparison whose operands are whole numbers: where one could be no number, the opposite of less is not greater or equal. */
    private static final Pattern COMPARISON = Pattern.compile("[^<>=]+?([<>]=?)[^<>=]+");

    private static final Pattern WHOLE_NUMBERS = Pattern.compile("[\\d\\s()+*/%<>=-]*");

    private Conditions() {}

    /** {@code condition} without parentheses around the whole of it. */
    static Code bare(Code condition) {
        Code bare = condition;
        for (Shape shape = Shape.of(bare); shape != null && shape.isInParentheses(); shape = Shape.of(bare)) {
            bare = withoutFirst(shape.first() + 1, withoutLast(bare));
        }
        return bare;
    }

    /** The opposite of {@code condition}. */
    static Code negated(Code condition) {
        Code bare = bare(condition);
        Shape shape = Shape.of(bare);
        if (shape == null) return Code.join("!(", bare, ")");
        if (shape.startsWith('!') && shape.isOperandFrom(shape.first() + 1))
            return bare(withoutFirst(shape.first() + 1, bare));
        if (shape.isOperandFrom(shape.first())) return Code.join("!", bare);
        int equality = shape.onlyEquality();
        if (equality >= 0) return replaced(bare, equality, equality + 1, shape.at(equality) == '=' ? "!" : "=");
        Matcher comparison = COMPARISON.matcher(shape.text());
        return comparison.matches() && bare.parts().stream().allMatch(Conditions::isWholeNumber)
                ? replaced(bare, comparison.start(1), comparison.end(1), opposite(comparison.group(1)))
                : Code.join("!(", bare, ")");
    }

    private static String opposite(String operator) {
        return switch (operator) {
            case "<" -> ">=";
            case "<=" -> ">";
            case ">" -> "<=";
            default -> "<";
        };
    }

    private static boolean isWholeNumber(Part part) {
        if (part instanceof Part.Text text)
            return WHOLE_NUMBERS.matcher(text.text()).matches();
        if (part instanceof Part.Use use)
            return isWholeNumber(use.variable().type().kind());
        return part instanceof Part.Line;
    }

    private static boolean isWholeNumber(Type.Kind kind) {
        return switch (kind) {
            case BYTE, SHORT, CHAR, INT, LONG -> true;
            case BOOLEAN, FLOAT, DOUBLE, REFERENCE, VOID -> false;
        };
    }

    /** Without the first {@code count} characters, which are all text. */
    private static Code withoutFirst(int count, Code code) {
        List<Part> parts = new ArrayList<>();
        int left = count;
        for (Part part : code.parts()) {
            if (left > 0 && part instanceof Part.Text text) {
                int cut = Math.min(left, text.text().length());
                left -= cut;
                if (cut < text.text().length())
                    parts.add(new Part.Text(text.text().substring(cut)));
            } else {
                parts.add(part);
            }
        }
        return new Code(parts);
    }

    /** Without the last bracket, and what is blank behind it. */
    private static Code withoutLast(Code code) {
        List<Part> parts = new ArrayList<>(code.parts());
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (!(parts.get(i) instanceof Part.Text text)) continue;
            int bracket = text.text().lastIndexOf(')');
            parts.set(i, new Part.Text(text.text().substring(0, Math.max(bracket, 0))));
            if (bracket >= 0) break;
        }
        return new Code(parts);
    }

    /** With other text from {@code start} to {@code end}, which are in the same part. */
    private static Code replaced(Code code, int start, int end, String text) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (Part part : code.parts()) {
            String old = Shape.text(part);
            boolean inside = at <= start && end <= at + old.length();
            parts.add(inside ? new Part.Text(old.substring(0, start - at) + text + old.substring(end - at)) : part);
            at += old.length();
        }
        return new Code(parts);
    }

    /** @param text the code with a letter for each name */
    private record Shape(String text) {
        private static final char NAME = 'n';

        /** Null for code in which brackets and operators cannot be told from other text, or that is more than an expression. */
        static @Nullable Shape of(Code code) {
            StringBuilder text = new StringBuilder();
            for (Part part : code.parts()) {
                boolean plain = part instanceof Part.Text
                        || part instanceof Part.Line
                        || !text(part).isEmpty();
                if (!plain) return null;
                text.append(text(part));
            }
            String all = text.toString();
            boolean simple = !all.isBlank()
                    && all.indexOf('"') < 0
                    && all.indexOf('\'') < 0
                    && !all.contains("//")
                    && !all.contains("/*")
                    && !all.contains("->");
            return simple ? new Shape(all) : null;
        }

        static String text(Part part) {
            if (part instanceof Part.Text text) return text.text();
            boolean name = part instanceof Part.Use
                    || part instanceof Part.Captured
                    || part instanceof Part.Self
                    || part instanceof Part.ClassUse;
            return name ? String.valueOf(NAME) : "";
        }

        char at(int index) {
            return text.charAt(index);
        }

        int first() {
            int first = 0;
            while (Character.isWhitespace(text.charAt(first))) first++;
            return first;
        }

        boolean startsWith(char character) {
            return text.charAt(first()) == character;
        }

        boolean isInParentheses() {
            if (!startsWith('(')) return false;
            String stripped = text.strip();
            int depth = 0;
            for (int i = 0; i < stripped.length() - 1; i++) {
                depth += depthOf(stripped.charAt(i));
                if (depth == 0) return false;
            }
            return stripped.endsWith(")");
        }

        private static int depthOf(char c) {
            return c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
        }

        /** Whether all from {@code start} on is a name, a chain of calls, or stands in parentheses. */
        boolean isOperandFrom(int start) {
            if (start >= text.length()) return false;
            Shape rest = new Shape(text.substring(start).strip());
            if (rest.text.isEmpty()) return false;
            if (rest.isInParentheses()) return true;
            if (rest.text.charAt(0) == '(') return false;
            int depth = 0;
            for (char c : rest.text.toCharArray()) {
                depth += depthOf(c);
                boolean closes = depthOf(c) < 0;
                if (depth == 0 && !closes && c != '.' && !Character.isJavaIdentifierPart(c)) return false;
            }
            return true;
        }

        /** Where {@code ==} or {@code !=} begins, if that is the operator that counts; else -1. */
        int onlyEquality() {
            int found = -1;
            int depth = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                depth += depthOf(c);
                if (depth > 0 || depthOf(c) < 0) continue;
                boolean equality = (c == '=' || c == '!') && i + 1 < text.length() && text.charAt(i + 1) == '=';
                if (equality && found < 0) {
                    found = i;
                    i++;
                } else if ("=!<>&|^?:".indexOf(c) >= 0) {
                    return -1;
                }
            }
            return text.contains("instanceof") ? -1 : found;
        }
    }
}
