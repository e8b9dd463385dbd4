package dev.javait.processor.tree;

/**
 * Looks for tokens in Java text, as far as positions in trees leave it open. Names may be written in other characters than they have: with Unicode escapes, and with
 * characters that Java ignores.
 */
final class Tokens {
    private Tokens() {}

    /** The first place from {@code from} on where {@code token} stands outside comments and literals, or -1. */
    static int find(String text, String token, int from, int end) {
        for (int i = from; i < end; ) {
            int next = skip(text, i, end);
            if (next > i) {
                i = next;
            } else if (matches(text, token, i, end)) {
                return i;
            } else {
                int after = wordEnd(text, i, end);
                if (after > i && spells(text, i, after, token)) return i;
                i = Math.max(i + 1, after);
            }
        }
        return -1;
    }

    private static boolean matches(String text, String token, int at, int end) {
        if (at + token.length() > end || !text.startsWith(token, at)) return false;
        if (!Character.isJavaIdentifierPart(token.charAt(0))) return true;
        int after = at + token.length();
        return after >= text.length() || !Character.isJavaIdentifierPart(letter(text, after));
    }

    /** The end of the name that begins at {@code from}, or {@code from}. */
    static int wordEnd(String text, int from, int end) {
        int i = from;
        while (i < end && Character.isJavaIdentifierPart(letter(text, i))) i = letterEnd(text, i);
        return Math.min(i, end);
    }

    /** Whether all letters from {@code from} to {@code end} are plain and count. */
    static boolean isPlain(String text, int from, int end) {
        return text.substring(from, end).chars().noneMatch(c -> c == '\\' || Character.isIdentifierIgnorable(c));
    }

    private static boolean spells(String text, int from, int end, String name) {
        if (isPlain(text, from, end)) return false;
        StringBuilder read = new StringBuilder();
        for (int i = from; i < end; i = letterEnd(text, i)) {
            int letter = letter(text, i);
            if (!Character.isIdentifierIgnorable(letter)) read.appendCodePoint(letter);
        }
        return name.contentEquals(read);
    }

    private static int letter(String text, int at) {
        int end = escapeEnd(text, at);
        return end == at ? text.codePointAt(at) : Integer.parseInt(text.substring(end - 4, end), 16);
    }

    private static int letterEnd(String text, int at) {
        int end = escapeEnd(text, at);
        return end == at ? at + Character.charCount(text.codePointAt(at)) : end;
    }

    /** The end of the Unicode escape that begins at {@code at}, or {@code at}. */
    private static int escapeEnd(String text, int at) {
        if (!text.startsWith("\\u", at)) return at;
        int digits = at + 2;
        while (digits < text.length() && text.charAt(digits) == 'u') digits++;
        int end = digits + 4;
        boolean isHexadecimal =
                end <= text.length() && text.substring(digits, end).chars().allMatch(c -> Character.digit(c, 16) >= 0);
        return isHexadecimal ? end : at;
    }

    /** The end of the comment or literal that begins at {@code at}, or {@code at}. */
    private static int skip(String text, int at, int end) {
        if (text.startsWith("//", at)) {
            int newline = text.indexOf('\n', at);
            return newline < 0 ? end : newline;
        }
        if (text.startsWith("/*", at)) {
            int close = text.indexOf("*/", at + 2);
            return close < 0 ? end : close + 2;
        }
        if (text.startsWith("\"\"\"", at)) return skipQuoted(text, at + 3, end, "\"\"\"");
        char c = text.charAt(at);
        return c == '"' || c == '\'' ? skipQuoted(text, at + 1, end, String.valueOf(c)) : at;
    }

    private static int skipQuoted(String text, int from, int end, String quote) {
        int i = from;
        while (i < end && !text.startsWith(quote, i)) {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(end, i + quote.length());
    }
}
