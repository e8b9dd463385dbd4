package dev.javait.processor.fuzz;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The state of writing one random class: its decisions, its variables, its text so far. */
final class Body {
    final Choices choices;
    final Map<String, Integer> used = new TreeMap<>();
    Scope scope = new Scope();
    Place place = Place.ofMethod(Kind.INT, false);
    boolean isStatic = true;
    String className = "";
    /** The methods that may be called: those written before, so that nothing recurses. */
    List<Callee> callees = List.of();
    /** The generators among them, which are called in another way. */
    List<Callee> generators = List.of();
    /** What may be emitted here, if anything. */
    Kind element;
    /** How many more statements with parts the method may have. */
    int fuel;
    /** How many more expressions with parts the statement may have. */
    int expressionFuel;

    private final StringBuilder text = new StringBuilder();
    private int indent;
    private int tags;
    private int uniques;

    Body(Choices choices) {
        this.choices = choices;
    }

    /** An {@code @Async} method of the class. */
    record Callee(String name, boolean isStatic, boolean eager, Kind result, List<Kind> parameters) {}

    /** A kind, of a few more often, so that variables of the same kind meet. */
    Kind kind() {
        return choices.of(choices.chance(60) ? Kind.USUAL : Kind.ALL);
    }

    /** A condition that holds now and then. */
    String turn() {
        return "turn(" + (2 + choices.pick(4)) + ")";
    }

    void line(String line) {
        text.append("    ".repeat(indent)).append(line).append('\n');
    }

    void open(String line) {
        line(line);
        indent++;
    }

    void close(String line) {
        indent--;
        line(line);
    }

    void indentBy(int levels) {
        indent += levels;
    }

    /** Closes one block and opens the next: {@code } else {}. */
    void turn(String line) {
        close(line);
        indent++;
    }

    String tag() {
        return "\"" + tags++ + "\"";
    }

    String unique(String prefix) {
        return prefix + uniques++;
    }

    void count(String construct) {
        used.merge(construct + (place.awaits() ? "" : " (no await)"), 1, Integer::sum);
    }

    boolean spend() {
        return fuel-- > 0;
    }

    boolean spendOnExpression() {
        return expressionFuel-- > 0;
    }

    int position() {
        return text.length();
    }

    String cut(int position) {
        String tail = text.substring(position);
        text.setLength(position);
        return tail;
    }

    void append(String lines) {
        text.append(lines);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
