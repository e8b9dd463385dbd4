package dev.javait.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Writes operands whose order matters: what an awaited operand changes has been read before it, and is read again behind it. */
final class Races {
    private final Body body;
    private final Choices choices;
    private final Expressions expressions;

    Races(Body body, Expressions expressions) {
        this.body = body;
        this.choices = body.choices;
        this.expressions = expressions;
    }

    String race(Kind kind) {
        List<String> locals = body.scope.assignable(kind);
        if (kind == Kind.INT && (locals.isEmpty() || choices.chance(60))) return ofPlaces();
        if (kind == Kind.STRING && (locals.isEmpty() || choices.chance(30))) return ofWords();
        if (locals.isEmpty()) return expressions.exact(kind);
        body.count("race");
        String x = choices.of(locals);
        return switch (kind) {
            case INT -> ofInt(x);
            case LONG, DOUBLE, FLOAT ->
                "(" + x + " + " + awaited(x + " = " + expressions.loose(kind)) + " * 2 - " + x + ")";
            case BYTE, SHORT, CHAR -> "((" + kind.type + ") (" + x + " * 2 + " + awaited(x + "++") + " + " + x + "))";
            case BOOLEAN -> "(" + x + " ^ " + awaited(x + " = !" + x) + " ^ " + expressions.loose(kind) + ")";
            case STRING -> ofString(x);
            default -> "Calls.between(" + x + ", " + awaited(x + " = " + expressions.exact(kind)) + ", " + x + ")";
        };
    }

    private String awaited(String change) {
        return "await(leaf(" + body.tag() + ", (" + change + ")))";
    }

    private String ofInt(String x) {
        return switch (choices.pick(7)) {
            case 0 -> "(" + x + " + " + awaited(x + " += 3") + " * 5 - " + x + ")";
            case 1 ->
                "Calls.total(" + x + ", " + awaited(x + " = " + expressions.loose(Kind.INT)) + ", " + x + "++, " + x
                        + ")";
            case 2 -> "(" + x + " += " + awaited(x + "++") + ")";
            case 3 -> "(" + x + "++ * 3 + " + awaited(x + " -= 7") + " + note(" + body.tag() + ", " + x + "))";
            case 4 ->
                "Calls.total(" + x + "++, note(" + body.tag() + ", " + x + "), " + awaited(x + " -= 2") + ", " + x
                        + ")";
            case 5 ->
                "new int[] {note(" + body.tag() + ", " + x + " += 4), " + x + "--, " + awaited(x + " *= 2") + ", " + x
                        + "}[" + choices.pick(4) + "]";
            default ->
                "(note(" + body.tag() + ", " + x + ") - " + awaited(x + "--") + " * " + expressions.loose(Kind.INT)
                        + ")";
        };
    }

    private String ofString(String s) {
        return switch (choices.pick(3)) {
            case 0 -> "(" + s + " + \",\" + " + awaited(s + " = " + expressions.loose(Kind.STRING)) + " + " + s + ")";
            case 1 -> s + ".concat(" + awaited(s + " = \"late\"") + ")";
            default -> "(" + s + " += " + awaited(s + " = " + expressions.loose(Kind.STRING)) + ")";
        };
    }

    private String ofWords() {
        body.count("race over an element");
        String words = body.className + ".words";
        return choices.chance(50)
                ? "(" + words + "[1] += " + awaited(words + "[1] = \"late\"") + ")"
                : "(" + words + "[0] = " + awaited("(" + words + " = new String[] {\"new\", \"er\"})[1]") + ")";
    }

    /** Fields of an object and elements of an array that are replaced meanwhile. */
    private String ofPlaces() {
        body.count("race over a place");
        String node = choices.of(with(body.scope.assignable(Kind.NODE), body.className + ".head"));
        String array = choices.of(with(body.scope.assignable(Kind.INTS), body.className + ".cells"));
        String index = choices.of(with(body.scope.assignable(Kind.INT), body.className + ".counter"));
        String newNode = "(" + node + " = new Node(" + expressions.loose(Kind.INT) + ", \"late\")).number";
        String newArray = "(" + array + " = new int[] {" + expressions.loose(Kind.INT) + ", 8, 9})[1]";
        String element = array + "[" + index + " & 1]";
        return switch (choices.pick(8)) {
            case 0 -> node + ".plus(" + awaited(newNode) + ")";
            case 1 -> "(" + node + ".number += " + awaited(newNode) + ")";
            case 2 -> "(" + node + ".number = " + awaited(newNode) + ")";
            case 3 -> "(" + element + " += " + awaited(index + "++") + ")";
            case 4 -> "(" + element + " = " + awaited(newArray) + ")";
            case 5 -> "(" + element + " -= " + awaited(newArray) + ")";
            case 6 -> "(" + element + " + " + awaited(element + "++") + " * " + element + ")";
            default -> array + "[" + awaited(newArray) + " & 1]";
        };
    }

    private static List<String> with(List<String> some, String other) {
        var all = new ArrayList<>(some);
        all.add(other);
        return all;
    }
}
