package dev.javait.processor.spill;

import dev.javait.processor.model.Code;
import dev.javait.processor.model.Part;

/** Parentheses where code moves to a place in which they are needed, or may be. */
final class Precedence {
    private Precedence() {}

    /** {@code code} such that {@code .name} may follow it. */
    static Code asReceiver(Code code) {
        return new Scan().isPrimary(code) ? code : Code.join("(", code, ")");
    }

    /** {@code code} such that any operator may stand before it. */
    static Code asOperand(Code code) {
        return asReceiver(code);
    }

    /** Looks for anything but names, dots, and what stands in brackets. */
    private static final class Scan {
        private int depth;
        private char quote;

        boolean isPrimary(Code code) {
            for (Part part : code.parts()) {
                if (part instanceof Part.Text text) {
                    if (!isPrimary(text.text())) return false;
                } else if (!isName(part) && !(part instanceof Part.Line) && depth == 0) {
                    return false;
                }
            }
            return depth == 0 && !startsWithBracket(code);
        }

        private static boolean isName(Part part) {
            return part instanceof Part.Use
                    || part instanceof Part.Captured
                    || part instanceof Part.Self
                    || part instanceof Part.ClassUse;
        }

        /** What stands in brackets may be followed by more: {@code (T) x}, {@code (a).b}. */
        private static boolean startsWithBracket(Code code) {
            return code.parts().stream()
                    .filter(part -> !(part instanceof Part.Line))
                    .findFirst()
                    .filter(part ->
                            part instanceof Part.Text text && text.text().startsWith("("))
                    .isPresent();
        }

        private boolean isPrimary(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (quote != 0) {
                    if (c == '\\') i++;
                    else if (c == quote) quote = 0;
                } else if (c == '"' || c == '\'') {
                    quote = c;
                } else if (c == '(' || c == '[') {
                    depth++;
                } else if (c == ')' || c == ']') {
                    depth--;
                } else if (depth == 0 && !Character.isJavaIdentifierPart(c) && c != '.') {
                    return false;
                }
            }
            return true;
        }
    }
}
