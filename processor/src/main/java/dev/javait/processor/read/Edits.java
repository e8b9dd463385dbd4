package dev.javait.processor.read;

import com.sun.source.tree.Tree;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Expr;
import dev.javait.processor.model.Part;
import dev.javait.processor.tree.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Changes to the user's text, in any order; the text between them stays as it is. */
final class Edits {
    /** In the order in which edits at one position apply: what ends there, what begins there, what stands there. */
    private enum Kind {
        AFTER,
        BEFORE,
        REPLACE
    }

    /** @param extent orders insertions at one place so that they nest as the trees do */
    private record Edit(int start, int end, Kind kind, int extent, Object content) {}

    private static final Comparator<Edit> ORDER =
            Comparator.comparingInt(Edit::start).thenComparing(Edit::kind).thenComparingInt(Edit::extent);

    /**
     * What Java lets stand in a line, and most tools, the one that writes the generated source among them, take for the end of one. And other characters that nobody
     * sees, some of which mark lines there.
     */
    private static final Pattern UNSEEN = Pattern.compile("[\\x00-\\x08\\x0B\\f\\x0E-\\x1F\\x85\\u2028\\u2029]");

    private final Source source;
    private final List<Edit> edits = new ArrayList<>();

    Edits(Source source) {
        this.source = source;
    }

    void replace(int start, int end, Code code) {
        edits.add(new Edit(start, end, Kind.REPLACE, 0, code));
    }

    void replace(Tree tree, Code code) {
        replace(source.start(tree), source.end(tree), code);
    }

    void replace(Tree tree, Expr operand) {
        edits.add(new Edit(source.start(tree), source.end(tree), Kind.REPLACE, 0, operand));
    }

    /** Inserts in front of {@code tree}, inside of what is inserted in front of a larger tree. */
    void before(Tree tree, Code code) {
        int start = source.start(tree);
        edits.add(new Edit(start, start, Kind.BEFORE, start - source.end(tree), code));
    }

    /** Inserts behind {@code tree}, inside of what is inserted behind a larger tree. */
    void after(Tree tree, Code code) {
        int end = source.end(tree);
        edits.add(new Edit(end, end, Kind.AFTER, end - source.start(tree), code));
    }

    /** The text from {@code start} to {@code end} with all edits; no operand is among them. */
    Code code(int start, int end) {
        Code code = Code.EMPTY;
        for (Expr.Piece piece : pieces(start, end)) {
            if (!(piece instanceof Expr.Fixed fixed)) throw new IllegalStateException("an operand in opaque code");
            code = Code.join(code, fixed.code());
        }
        return code;
    }

    /** The text from {@code start} to {@code end}, with the operands that were put into it. */
    List<Expr.Piece> pieces(int start, int end) {
        edits.sort(ORDER);
        var pieces = new ArrayList<Expr.Piece>();
        var parts = new ArrayList<Part>();
        parts.add(new Part.Line(source.line(start)));
        int at = start;
        for (Edit edit : edits) {
            if (edit.start() < start || edit.end() > end) continue;
            if (edit.start() < at)
                throw new IllegalStateException("edits overlap at line " + source.line(edit.start()));
            text(parts, at, edit.start());
            if (edit.content() instanceof Code code) {
                parts.addAll(code.parts());
            } else {
                flush(pieces, parts);
                pieces.add(new Expr.Operand((Expr) edit.content()));
            }
            at = edit.end();
            // what follows stands on the line on which that ended
            if (source.line(edit.start()) != source.line(at)) parts.add(new Part.Line(source.line(at)));
        }
        text(parts, at, end);
        flush(pieces, parts);
        return pieces;
    }

    private static void flush(List<Expr.Piece> pieces, List<Part> parts) {
        if (!parts.isEmpty()) pieces.add(new Expr.Fixed(new Code(parts)));
        parts.clear();
    }

    /** Each line of the text tells its number, so that the generated line knows where it came from. */
    private void text(List<Part> parts, int start, int end) {
        int at = start;
        while (at < end) {
            String rest = source.text(at, end);
            int newline = rest.indexOf('\n');
            int next = newline < 0 ? end : at + newline + 1;
            parts.add(new Part.Text(UNSEEN.matcher(source.text(at, next)).replaceAll(Edits::escaped)));
            if (newline >= 0) parts.add(new Part.Line(source.line(next)));
            at = next;
        }
    }

    private static String escaped(MatchResult character) {
        return String.format("\\\\u%04x", (int) character.group().charAt(0));
    }
}
