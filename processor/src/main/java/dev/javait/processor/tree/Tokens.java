package dev.javait.processor.tree;

/** Looks for tokens in Java text, as far as positions in trees leave it open. */
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
                i = Math.max(i + 1, wordEnd(text, i, end));
            }
        }
        return -1;
    }

    private static boolean matches(String text, String token, int at, int end) {
        if (at + token.length() > end || !text.startsWith(token, at)) return false;
        if (!Character.isJavaIdentifierPart(token.charAt(0))) return true;
        int after = at + token.length();
        return after >= text.length() || !Character.isJavaIdentifierPart(text.charAt(after));
    }

    private static int wordEnd(String text, int from, int end) {
        int i = from;
        while (i < end && Character.isJavaIdentifierPart(text.charAt(i))) i++;
        return i;
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
