package dev.javait.processor.fuzz;

import dev.javait.processor.fuzz.Place.Target;
import java.util.List;

/** Writes switch statements and switch expressions. */
final class Switches extends Writer {
    private static final List<Kind> SELECTORS = List.of(Kind.INT, Kind.STRING, Kind.COLOUR, Kind.CHAR);

    Switches(Statements statements) {
        super(statements);
    }

    private String selector(Kind kind) {
        String selector = expressions.loose(kind);
        return kind == Kind.INT && choices.chance(70) ? selector + " & 3" : selector;
    }

    private static List<String> labels(Kind kind) {
        return switch (kind) {
            case INT -> List.of("0", "1", "2", "3");
            case STRING -> List.of("\"a\"", "\"bc\"", "\"\"", "\"0\"");
            case CHAR -> List.of("'a'", "'z'", "'b'", "'\\u0000'");
            case COLOUR -> List.of("RED", "GREEN", "BLUE");
            default -> throw new IllegalArgumentException(kind.name());
        };
    }

    boolean switchStatement() {
        boolean arrow = choices.chance(50);
        body.count(arrow ? "switch ->" : "switch :");
        Kind kind = choices.of(SELECTORS);
        var target = new Target(choices.chance(30) ? body.unique("l") : null, false, true);
        Place outer = body.place;
        body.open(target.prefix() + "switch (" + selector(kind) + ") {");
        body.place = outer.within(target);
        int mark = body.scope.mark();
        boolean hasDefault = choices.chance(60);
        int cases = 1 + choices.pick(3);
        int defaultAt = hasDefault ? choices.pick(cases) : -1;
        boolean anyCompletes = false;
        boolean lastCompletes = true;
        for (int i = 0; i < cases; i++) {
            String label = i == defaultAt ? "default" : "case " + labels(kind).get(i);
            if (arrow) {
                body.open(label + " -> {");
                lastCompletes = block(2);
                body.close("}");
            } else {
                int group = body.scope.mark();
                body.open(label + ":");
                lastCompletes = statements(3);
                if (lastCompletes && choices.chance(60)) {
                    body.line("break;");
                    jumps().breakOut(target);
                    lastCompletes = false;
                }
                body.indentBy(-1);
                body.scope.hideFrom(group);
            }
            anyCompletes |= lastCompletes;
        }
        body.scope.release(mark);
        body.place = outer;
        body.close("}");
        return !hasDefault || (arrow ? anyCompletes : lastCompletes) || jumps().breaks(target);
    }

    /** Some arms yield through a finally. */
    private boolean armed(boolean isOperand) {
        if (isOperand || !body.place.tries() || choices.chance(50)) return statements(2);
        Choices.Span span = choices.open("statement");
        boolean completes = statements.handlers.tryStatement();
        choices.close(span);
        return completes;
    }

    /** A switch expression, in parentheses. */
    String switchExpression(Kind result, boolean isOperand) {
        boolean arrow = choices.chance(60);
        body.count(arrow ? "switch expression ->" : "switch expression :");
        Kind kind = choices.of(SELECTORS);
        String selector = selector(kind);
        Place outer = body.place;
        int mark = body.scope.mark();
        int position = body.position();
        body.place = outer.ofSwitchExpression(result, isOperand);
        int cases = 2 + choices.pick(2);
        for (int i = 0; i < cases; i++) {
            String label = i == cases - 1 ? "default" : "case " + labels(kind).get(i);
            if (arrow && choices.chance(50)) {
                body.line(label + " -> " + expressions.exact(result) + ";");
            } else if (arrow) {
                body.open(label + " -> {");
                int arm = body.scope.mark();
                if (i == 0 || armed(isOperand)) body.line(jumps().yielding(result));
                body.scope.release(arm);
                body.close("}");
            } else {
                int group = body.scope.mark();
                body.open(label + ":");
                if (i == 0 || statements(2) && (i == cases - 1 || choices.chance(60)))
                    body.line(jumps().yielding(result));
                body.indentBy(-1);
                body.scope.hideFrom(group);
            }
        }
        body.scope.release(mark);
        body.place = outer;
        return "(switch (" + selector + ") {\n" + body.cut(position) + "})";
    }
}
